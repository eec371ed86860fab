using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Hostile;

/// <summary>Values that are nested a thousand times: in the documents, and made by a step.</summary>
internal sealed class ValuesAreDeep : Row
{
    public override string Name => "values-are-deep";

    public override string Tries => "values of 1,000 levels in undeclared fields, which pass through, and made by a step, which is refused or stored whole";

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Endure, attempt.Pick(60, 300), attempt.Pick(null, "correct horse")));
        using var bench = Bench.Of(scene);
        var (ending, story) = await Server.RunAsync(new ChildArguments("deep in fill", bench.Place), attempt.Timeout);
        Faults.Check(ending, "", story);
        if (ending != "done")
        {
            attempt.Count($"{ending}: {await bench.CheckAsync(attempt.Timeout)}");
            return;
        }

        var things = bench.Place.Read().Collections["things"];
        foreach (var (key, expected) in scene.After!.Collections["things"])
        {
            var (thing, levels) = (things[key], 0);
            for (var value = thing["more"]; value.IsDocument && value.AsDocument.ContainsKey("in"); value = value["in"])
                levels++;
            if (levels is not (0 or 1_000) || thing["undeclared"] != expected["undeclared"])
                throw new LostException($"The document {key} has {levels} levels of what was stored.");
        }

        attempt.Count("stored whole");
    }
}
