using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>The disk has any size from too small to large enough.</summary>
internal sealed class DiskIsSmall : Row
{
    // With room for every stage and three backups.
    private const long Plenty = 200_000_000;

    public override string Name => "disk-is-small";

    public override string Tries => "every operation on a disk of 1 to 7 times the database";

    public override string? NotPossibleHere => SmallDisk.NotPossibleHere;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var disk = SmallDisk.Mount(Plenty);
        using var bench = Bench.Of(scene, folder: disk.Folder);
        var files = Directory.EnumerateFiles(disk.Folder).Sum(file => new FileInfo(file).Length);
        disk.FillUp(left: (long)(scene.Length * 6 * attempt.Random.NextDouble()));

        await using var child = Child.Start(bench);
        var ending = await child.EndAsync(attempt.Timeout);
        var found = bench.Find();
        Faults.Check(ending, found, child.Story);
        disk.MakeRoom(Plenty + files);
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{ending}: {found}");
    }
}
