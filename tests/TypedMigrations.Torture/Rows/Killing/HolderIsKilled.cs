using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Sharing;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Killing;

/// <summary>The process that has the lock dies while others wait for it.</summary>
internal sealed class HolderIsKilled : Row
{
    public override string Name => "holder-is-killed";

    public override string Tries => "kill -9 of the process that holds the lock while three others wait: one of them migrates, all end well";

    public override string? NotPossibleHere => OperatingSystem.IsWindows() ? "no signal stops a process on Windows" : null;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(Operation.Migrate, Operation.Make);
        using var bench = Bench.Of(scene, isShared: attempt.Random.Next(2) == 0);
        var stop = attempt.Random.Next(1, scene.Events + 1);
        await using var holder = Child.Start(Child.Arguments(bench) with { Holds = true, PauseAt = stop });
        await holder.SaysAsync($"event {stop} ", attempt.Timeout);

        var others = Enumerable.Range(0, 3).Select(_ => Child.Start(Child.Arguments(bench) with { Holds = true, LockTimeout = 200 })).ToList();
        try
        {
            foreach (var other in others)
                await other.SaysAsync("event 1 WaitingForLock", attempt.Timeout);
            // Else one of them has the lock, and the file, before what the killed one left is looked at.
            await Child.StandStillAsync(others, attempt.Timeout);
            await holder.KillAsync(attempt.Timeout);
            var found = bench.Find();
            await Child.GoOnAsync(others, attempt.Timeout);
            await TwentyAtOnce.AllEndWellAsync(others, attempt.Timeout);
            var migrated = others.Count(other => other.Output.Contains("migrated"));
            if (migrated != (found == "before" ? 1 : 0))
                throw new LostException($"{migrated} of those that waited migrated, and the killed one left the database as {found}.\n{string.Join("\n\n", others.Select(other => other.Story))}");
            attempt.Count($"killed: {found}");
        }
        finally
        {
            foreach (var other in others)
                await other.DisposeAsync();
        }

        await bench.CheckAsync(attempt.Timeout);
    }
}
