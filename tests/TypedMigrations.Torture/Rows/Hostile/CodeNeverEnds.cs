using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Hostile;

/// <summary>Code that never ends: what is asked for one after the other can be cancelled, a function that does not return can be killed only.</summary>
internal sealed class CodeNeverEnds : Row
{
    public override string Name => "code-never-ends";

    public override string Tries => "seeds and derived documents without an end are cancelled; a function that never returns is killed";

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Endure, attempt.Pick(60, 300), attempt.Pick(null, "correct horse")));
        using var bench = Bench.Of(scene);
        var deed = attempt.Pick("endless in seed", "endless in derive", "loop in convert");
        var loops = deed.StartsWith("loop", StringComparison.Ordinal);
        await using var child = Child.Start(new ChildArguments(deed, bench.Place) { CancelAt = loops ? 0 : 3 });
        if (loops)
        {
            await child.SaysAsync("looping", attempt.Timeout);
            await child.KillAsync(attempt.Timeout);
        }

        var ending = await child.EndAsync(attempt.Timeout);
        if (ending != (loops ? "killed" : "cancelled"))
            throw new LostException($"The run with {deed} {ending}.\n{child.Story}");
        attempt.Count($"{deed}, {ending}: {await bench.CheckAsync(attempt.Timeout)}");
    }
}
