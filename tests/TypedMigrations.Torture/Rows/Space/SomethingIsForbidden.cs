using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Rows.Killing;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>The program runs as a user who may not do everything.</summary>
internal sealed class SomethingIsForbidden : Row
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_111_111, ReadAlone = (UnixFileMode)0b101_101_101, Nobody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public override string Name => "something-is-forbidden";

    public override string Tries => "as another user, who may not write the folder, the file, the backups, the lock or the work folder, or not read one of them";

    public override string? NotPossibleHere => OperatingSystem.IsLinux() && Environment.UserName == "root" ? null : "becoming another user takes a superuser on Linux";

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await attempt.SceneAsync(KilledAtAnEvent.Operations);
        using var bench = Bench.Of(scene);
        Open(bench);
        var what = Forbid(attempt, bench);
        await using var child = Child.Start(bench, ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]);
        var ending = await child.EndAsync(attempt.Timeout);
        var found = bench.Find();
        Faults.Check(ending, found, child.Story);
        await bench.FinishAsync(found, attempt.Timeout);
        attempt.Count($"{what} forbidden, {ending}: {found}");
    }

    /// <summary>Everything is everybody's at first, and the way to it is open.</summary>
    private static void Open(Bench bench)
    {
        for (var folder = bench.Place.Folder; folder != Path.GetTempPath().TrimEnd('/') && folder.Length > 1; folder = Path.GetDirectoryName(folder)!)
            Allow(folder, Everybody);
        foreach (var file in Directory.EnumerateFiles(bench.Place.Folder))
            Allow(file, Everybody);
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    private static string Forbid(Attempt attempt, Bench bench)
    {
        var (place, what) = (bench.Place, attempt.Pick("folder", "file", "reading", "backups", "lock", "work"));
        switch (what)
        {
            case "folder":
                Allow(place.Folder, ReadAlone);
                break;
            case "file" or "reading":
                // The dump is the program's to open, and not the library's.
                foreach (var file in Directory.EnumerateFiles(place.Folder, attempt.Pick("depot.db", "*")).Where(file => file != place.Dump))
                    Allow(file, what == "file" ? ReadAlone : Nobody);
                break;
            case "lock":
                File.WriteAllText(place.Database + ".lock", "");
                Allow(place.Database + ".lock", attempt.Pick(ReadAlone, Nobody));
                break;
            default:
                var folder = Directory.CreateDirectory(what == "backups" ? place.BackupFolder : place.WorkFolder).FullName;
                Allow(folder, attempt.Pick(ReadAlone, Nobody));
                break;
        }

        return what;
    }
}
