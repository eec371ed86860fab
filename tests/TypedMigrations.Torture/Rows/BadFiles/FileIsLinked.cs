using TypedMigrations.Torture.Attempts;
using TypedMigrations.Torture.Children;
using TypedMigrations.Torture.Scenes;

namespace TypedMigrations.Torture.Rows.BadFiles;

/// <summary>The name of the database leads elsewhere.</summary>
internal sealed class FileIsLinked : Row
{
    public override string Name => "file-is-linked";

    public override string Tries => "symbolic links to the file, chains of them, links to the folder, links to nothing, circles, hard links";

    public override string? NotPossibleHere => OperatingSystem.IsWindows() ? "links take a privilege on Windows" : null;

    public override int Weight => 1;

    public override async Task TryAsync(Attempt attempt)
    {
        var scene = await Scene.OfAsync(new Scenario(attempt.Pick(Operation.Migrate, Operation.TakeBack, Operation.BackUp), attempt.Pick(60, 300), attempt.Pick(null, "correct horse")));
        using var bench = Bench.Of(scene);
        var outside = bench.Place with { Folder = Ground.NewPath("linked") };
        var kind = attempt.Pick("file", "chain", "folder", "nothing", "circle", "hard link");
        Link(kind, bench.Place, outside);

        var (ending, story) = await Server.RunAsync(Child.Arguments(bench) with { Place = outside }, attempt.Timeout);
        Faults.Check(ending, "", story);
        var isRefused = ending is "refused TM3009";
        if (isRefused != (kind == "hard link" && scene.Scenario.Operation != Operation.BackUp) && kind is not ("nothing" or "circle"))
            throw new LostException($"The run on a {kind} {ending}.\n{story}");
        if (kind is "file" or "chain" && new FileInfo(outside.Database).LinkTarget is null)
            throw new LostException("The link was replaced by a file.");
        if (kind == "hard link")
            File.Delete(Path.Combine(bench.Place.Folder, "second.db"));
        attempt.Count($"{kind}, {ending}: {await bench.CheckAsync(attempt.Timeout)}");
    }

    private static void Link(string kind, Place real, Place outside)
    {
        if (kind == "folder")
        {
            Directory.CreateSymbolicLink(outside.Folder, real.Folder);
            return;
        }

        Directory.CreateDirectory(outside.Folder);
        var (first, second) = (Path.Combine(outside.Folder, "first"), Path.Combine(outside.Folder, "second"));
        switch (kind)
        {
            case "file":
                File.CreateSymbolicLink(outside.Database, real.Database);
                break;
            case "chain":
                File.CreateSymbolicLink(first, real.Database);
                File.CreateSymbolicLink(second, "first");
                File.CreateSymbolicLink(outside.Database, second);
                break;
            case "nothing":
                File.CreateSymbolicLink(outside.Database, Path.Combine(outside.Folder, "missing.db"));
                break;
            case "circle":
                File.CreateSymbolicLink(outside.Database, first);
                File.CreateSymbolicLink(first, outside.Database);
                break;
            default:
                Directory.Delete(outside.Folder);
                Directory.CreateSymbolicLink(outside.Folder, real.Folder);
                HardLink.Make(real.Database, Path.Combine(real.Folder, "second.db"));
                break;
        }
    }
}
