namespace TypedMigrations.Testing.Snapshots;

/// <summary>Finds the folder of each migration by the last segment of its namespace, wherever it is below the project's folder.</summary>
internal static class MigrationFolders
{
    private const string Latest = "Latest";

    /// <summary>The snapshots of a module: one for each migration, and the newest's once more in <c>Latest</c> beside it.</summary>
    /// <exception cref="DirectoryNotFoundException">A migration has no folder, or several; all such are in the message.</exception>
    public static IReadOnlyList<Snapshot> Locate(ModuleSchemas schemas, string projectFolder)
    {
        var folders = SourceFolders(projectFolder).ToLookup(folder => Path.GetFileName(folder), StringComparer.Ordinal);
        var located = schemas.Migrations.Select(migration => (Migration: migration, Folders: BestOf(folders[LastSegment(migration)], migration.Namespace))).ToList();

        var lost = located.Where(item => item.Folders.Count != 1).Select(item => item.Folders.Count == 0
            ? $"Migration {item.Migration.Id} of module {schemas.Module} has no folder {LastSegment(item.Migration)} below {projectFolder}."
            : $"Migration {item.Migration.Id} of module {schemas.Module} may have its folder in {string.Join(" or ", item.Folders)}.").ToList();
        if (lost.Count > 0)
            throw new DirectoryNotFoundException(string.Join('\n', lost) + "\nKeep each migration in one folder named like its namespace's last segment: its schema snapshot is kept there.");

        var snapshots = located.Select(item => new Snapshot(new SnapshotFile(item.Folders[0]), item.Migration.Text)).ToList();
        var newest = located[^1];
        var latest = Path.Combine(Path.GetDirectoryName(newest.Folders[0])!, Latest);
        return [.. snapshots, new Snapshot(new SnapshotFile(latest), newest.Migration.Text)];
    }

    private static string LastSegment(MigrationSchema migration) => migration.Namespace.Split('.')[^1];

    private static IEnumerable<string> SourceFolders(string folder) => Directory.EnumerateDirectories(folder)
        .Where(child => Path.GetFileName(child) is not ("bin" or "obj") && !Path.GetFileName(child).StartsWith('.'))
        .SelectMany(child => SourceFolders(child).Prepend(child));

    /// <summary>Two modules of one project may have migrations of one name: the folders above then tell them apart, as the namespaces do.</summary>
    private static List<string> BestOf(IEnumerable<string> folders, string @namespace)
    {
        var ranked = folders.Select(folder => (Folder: folder, Rank: CommonSegments(folder, @namespace))).ToList();
        return [.. ranked.Where(item => item.Rank == ranked.Max(other => other.Rank)).Select(item => item.Folder)];
    }

    private static int CommonSegments(string folder, string @namespace) =>
        folder.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse()
            .Zip(@namespace.Split('.').Reverse())
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();
}
