using System.Diagnostics;
using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>Somebody works in the folder by hand while the run does, with programs that heed no locks.</summary>
internal sealed class FolderIsMeddledWith : Row
{
    private static readonly byte[] Theirs = [.. Enumerable.Repeat((byte)'x', 50_000)];

    public override string Name => "folder-is-meddled-with";

    public override string Tries => "at any event of a run, somebody overwrites or replaces the database, which then stays as it is his; or removes, cuts or replaces the copy, or removes the lock";

    public override string? NotPossibleHere => OperatingSystem.IsWindows() ? "on Windows nobody can write or replace what a run holds open" : null;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(Operation.Migrate, Operation.TakeBack, Operation.Seed);
        using var bench = Bench.Of(scene);
        var pause = attempt.Random.Next(1, Math.Max(scene.Events, 1) + 1);
        await using var child = Child.Start(Child.Arguments(bench) with { PauseAt = pause });
        await child.SaysAsync($"event {pause} ", attempt.Timeout);
        var deed = attempt.Pick("overwritten", "replaced", "copy removed", "copy cut", "copy replaced", "lock removed");
        await DoAsync(deed, bench.Place, attempt.Timeout);
        child.Say("");

        var ending = await child.EndAsync(attempt.Timeout);
        if (deed is "overwritten" or "replaced")
        {
            Faults.Check(ending, found: "theirs", child.Story);
            if (!(await File.ReadAllBytesAsync(bench.Place.Database, attempt.Timeout)).AsSpan().SequenceEqual(Theirs))
                throw new LostException($"What somebody else put in the place of the database, {deed} at event {pause}, is not there any more.\n{child.Story}");
            attempt.Count($"{deed}, {ending}: theirs");
        }
        else
        {
            var found = bench.Find();
            Faults.Check(ending, found, child.Story);
            await bench.FinishAsync(found, attempt.Timeout);
            attempt.Count($"{deed}, {ending}: {found}");
        }
    }

    private static async Task DoAsync(string deed, Place place, CancellationToken timeout)
    {
        var theirs = Path.Combine(Path.GetDirectoryName(place.Folder)!, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(theirs, Theirs, timeout);
        var copy = Directory.Exists(place.WorkFolder) ? Directory.GetFiles(place.WorkFolder, "copy.db") : [];
        switch (deed)
        {
            case "overwritten":
                await CopyAsync(theirs, place.Database, timeout);
                break;
            case "replaced":
                File.Move(theirs, place.Database, overwrite: true);
                break;
            case "copy removed" when Directory.Exists(place.WorkFolder):
                Directory.Delete(place.WorkFolder, recursive: true);
                break;
            case "copy cut" when copy is [var path]:
                await CopyAsync("/dev/null", path, timeout);
                break;
            case "copy replaced" when copy is [var path]:
                File.Move(theirs, path, overwrite: true);
                break;
            case "lock removed":
                File.Delete(place.Database + ".lock");
                File.Delete(place.Database + ".lock-holder");
                break;
        }

        File.Delete(theirs);
    }

    /// <summary>Not File.Copy, which asks for the lock.</summary>
    private static async Task CopyAsync(string from, string to, CancellationToken timeout)
    {
        using var copying = Process.Start("cp", [from, to]);
        await copying.WaitForExitAsync(timeout);
    }
}
