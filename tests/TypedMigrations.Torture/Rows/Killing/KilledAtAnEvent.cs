using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.Killing;

/// <summary>In every room: the process kills itself at an event of its run.</summary>
internal sealed class KilledAtAnEvent : Row
{
    public static readonly Operation[] Operations =
        [Operation.Migrate, Operation.Migrate, Operation.Make, Operation.TakeBack, Operation.Restore, Operation.BackUp, Operation.Drop, Operation.Load, Operation.Seed];

    public override string Name => "killed-at-an-event";

    public override string Tries => "kill -9 in every room of migrating, making, taking back, restoring, backing up, dropping, loading and seeding";

    public override int Weight => 4;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(Operations);
        using var bench = Bench.Of(scene, isShared: attempt.Random.Next(3) == 0);
        // Several processes in turn find what the one before left.
        for (var kill = 0; kill < attempt.Random.Next(1, 3); kill++)
        {
            await using var child = Child.Start(Child.Arguments(bench) with { StopAt = attempt.Random.Next(1, Math.Max(scene.Events, 1) + 1) });
            var ending = await child.EndAsync(attempt.Timeout);
            var found = bench.Find();
            attempt.Count(ending == "killed" ? $"killed: {found}" : $"ended before it was killed: {found}");
            if (found == "after")
                break;
        }

        await bench.CheckAsync(attempt.Timeout);
    }
}
