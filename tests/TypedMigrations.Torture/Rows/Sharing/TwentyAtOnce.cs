using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Sharing;

/// <summary>Many processes want one database at one time.</summary>
internal sealed class TwentyAtOnce : Row
{
    public override string Name => "twenty-at-once";

    public override string Tries => "twenty processes start at once on one database, direct and shared: exactly one migrates, and all use it";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(Operation.Migrate, Operation.Make);
        using var bench = Bench.Of(scene, isShared: attempt.Random.Next(2) == 0);
        var processes = Enumerable.Range(0, attempt.IsQuick ? 6 : 20).Select(_ => Child.Start(Child.Arguments(bench) with { Holds = true, LockTimeout = 200 })).ToList();
        try
        {
            await AllEndWellAsync(processes, attempt.Timeout);
            var migrated = processes.Count(process => process.Output.Contains("migrated"));
            if (migrated != 1)
                throw new LostException($"{migrated} processes migrated.");
            attempt.Count($"{(bench.Place.IsShared ? "shared" : "direct")}: {bench.Find()}");
        }
        finally
        {
            foreach (var process in processes)
                await process.DisposeAsync();
        }

        await bench.CheckAsync(attempt.Timeout);
    }

    /// <summary>All get the database, those that share it at one time, and all see every order.</summary>
    public static async Task AllEndWellAsync(IReadOnlyList<Child> processes, CancellationToken timeout)
    {
        foreach (var process in processes)
        {
            await process.SaysAsync("holding", timeout);
            process.EndInput();
        }

        foreach (var process in processes)
        {
            if (await process.EndAsync(timeout) is var ending && ending != "done")
                throw new LostException($"A process {ending}: {process.Story}");
        }

        var orders = processes.Select(process => process.Output.Last(line => line.EndsWith(" orders", StringComparison.Ordinal))).Distinct().ToList();
        if (orders.Count != 1)
            throw new LostException($"They saw different databases: {string.Join(", ", orders)}");
    }
}
