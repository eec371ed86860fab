using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>The file system is mounted read-only.</summary>
internal sealed class NothingMayBeWritten : Row
{
    public override string Name => "read-only-mount";

    public override string Tries => "every operation on a file system that is mounted read-only";

    public override string? NotPossibleHere => SmallDisk.NotPossibleHere;

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var disk = SmallDisk.Mount(200_000_000);
        using var bench = Bench.Of(scene, attempt.Random.Next(2) == 0, disk.Folder);
        disk.MakeReadOnly();
        await using var child = Child.Start(bench);
        var ending = await child.EndAsync(attempt.Timeout);
        var found = bench.Find();
        Faults.Check(ending, found, child.Story);
        if (ending == "done")
            throw new LostException($"Something was done where nothing can be written.\n{child.Story}");
        disk.MakeWritable();
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{ending}: {found}");
    }
}
