using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>There was room enough when the run began, and then somebody else took it.</summary>
internal sealed class DiskFillsUp : Row
{
    private const long Plenty = 200_000_000;

    public override string Name => "disk-fills-up";

    public override string Tries => "the disk fills up in any room, but for a random rest of up to twice the database";

    public override string? NotPossibleHere => SmallDisk.NotPossibleHere;

    public override int Weight => 3;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var disk = SmallDisk.Mount(Plenty);
        using var bench = Bench.Of(scene, folder: disk.Folder);
        var pause = attempt.Random.Next(1, Math.Max(scene.Events, 1) + 1);
        await using var child = Child.Start(Child.Arguments(bench) with { PauseAt = pause });
        await child.SaysAsync($"event {pause} ", attempt.Timeout);
        disk.FillUp(left: (long)(scene.Length * 2 * attempt.Random.NextDouble() * attempt.Random.NextDouble()));
        child.Say("");

        var ending = await child.EndAsync(attempt.Timeout);
        var found = bench.Find();
        Faults.Check(ending, found, child.Story);
        disk.MakeRoom(Plenty);
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{ending}: {found}");
    }
}
