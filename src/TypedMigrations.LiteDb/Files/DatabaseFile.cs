namespace TypedMigrations.LiteDb.Files;

/// <summary>Where a database and everything that belongs to it lie.</summary>
/// <remarks>
/// A symbolic link to the file is followed to its end: a rename over a link would replace the link, and the siblings must lie
/// beside the real file, so that two programs that come by different links meet at one lock.
/// </remarks>
internal sealed class DatabaseFile
{
    private DatabaseFile(string given, string path, IReadOnlyList<string> links)
    {
        DisplayName = System.IO.Path.GetFileName(given);
        Path = path;
        Folder = System.IO.Path.GetDirectoryName(path) ?? throw new ArgumentException($"{given} is no file in a folder.", nameof(given));
        LogPath = LogOf(path);
        LogPathsOfLinks = links.Count == 0 ? [] : LogsOf(links);
    }

    /// <summary>The file name as it was given, for messages.</summary>
    public string DisplayName { get; }

    /// <summary>The full path of the real file.</summary>
    public string Path { get; }

    /// <summary>The folder of the real file.</summary>
    public string Folder { get; }

    /// <summary>LiteDB's write-ahead log.</summary>
    public string LogPath { get; }

    /// <summary>Where LiteDB puts its log when it is given a link and not the real file. Empty where there are no links.</summary>
    public IReadOnlyList<string> LogPathsOfLinks { get; }

    /// <summary>The file that processes lock. Never deleted: see <see cref="DatabaseLock"/>.</summary>
    public string LockPath => Path + ".lock";

    /// <summary>Says who holds the lock.</summary>
    public string HolderPath => Path + ".lock-holder";

    /// <summary>The folder in which copies are migrated.</summary>
    public string WorkFolder => Path + ".migrating";

    /// <summary>Says what a swap is about to do, while it does it.</summary>
    public string IntentPath => Path + ".swap";

    /// <summary>The folder of the backups.</summary>
    public string BackupFolder => Path + ".backups";

    /// <summary>Audit events of failed runs, which the next run takes into the database.</summary>
    public string KeptAuditPath => Path + ".audit";

    /// <summary>The file at a path, relative to the current folder, whether it exists or not.</summary>
    public static DatabaseFile At(string path)
    {
        var given = System.IO.Path.GetFullPath(path);
        var links = new List<string>();
        return new DatabaseFile(given, Links.Follow(given, links), links);
    }

    /// <summary>LiteDB's convention, FileHelper.GetLogFile: <c>shop.db</c> has <c>shop-log.db</c>.</summary>
    public static string LogOf(string path) => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(path)!,
        System.IO.Path.GetFileNameWithoutExtension(path) + "-log" + System.IO.Path.GetExtension(path));

    private static string[] LogsOf(IReadOnlyList<string> links) => [.. links.Select(LogOf)];
}
