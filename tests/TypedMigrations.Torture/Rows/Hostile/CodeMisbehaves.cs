using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Hostility;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Hostile;

/// <summary>A callback of a migration, an observer or a clock fails, or gives what cannot be stored.</summary>
internal sealed class CodeMisbehaves : Row
{
    private static readonly string[] Deeds =
        [.. Deed.Places.SelectMany(place => new[] { "throw", "exhaust", "cancel", "huge", "null" }.Select(what => $"{what} in {place}")), "throw in observer", "throw in clock"];

    public override string Name => "code-misbehaves";

    public override string Tries => "exceptions, made-up cancellations and documents over LiteDB's limit in every callback: steps, keys, seeds, observer, clock";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(Operation.Endure, attempt.Pick(60, 300), attempt.Pick(null, "correct horse")));
        using var bench = Bench.Of(scene);
        var deed = attempt.Pick<string>(Deeds);
        var (ending, story) = await Server.RunAsync(new ChildArguments(deed, bench.Place), attempt.Timeout);
        // Not all can be done everywhere, and a text of one zero is a text.
        if (ending == "done")
        {
            attempt.Count("done");
            return;
        }

        Faults.Check(ending, bench.Find(), $"{deed}\n{story}");
        if (bench.Find() != "before")
            throw new LostException($"After {deed} the database is not as before.");
        await bench.CheckAsync(attempt.Timeout);
        attempt.Count(ending);
    }
}
