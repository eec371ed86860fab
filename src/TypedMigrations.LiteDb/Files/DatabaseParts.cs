namespace TypedMigrations.LiteDb.Files;

/// <summary>Finds every file that lies there for a database.</summary>
internal static class DatabaseParts
{
    public static IReadOnlyList<DatabasePart> List(DatabaseFile file) =>
    [
        .. One(file.Path, DatabasePartKind.Data),
        .. One(file.LogPath, DatabasePartKind.Log),
        .. One(file.KeptAuditPath, DatabasePartKind.KeptAudit),
        .. One(file.IntentPath, DatabasePartKind.Work),
        .. Work(file).SelectMany(path => One(path, DatabasePartKind.Work)),
        .. Backups.List(file).Reverse().SelectMany(path => One(path, DatabasePartKind.Backup)),
        .. One(file.LockPath, DatabasePartKind.Lock),
    ];

    private static IEnumerable<string> Work(DatabaseFile file) => Directory.Exists(file.WorkFolder) ? Directory.EnumerateFiles(file.WorkFolder, "*", SearchOption.AllDirectories) : [];

    private static IEnumerable<DatabasePart> One(string path, DatabasePartKind kind)
    {
        if (new FileInfo(path) is { Exists: true } found)
            yield return new DatabasePart(path, found.Length, kind);
    }
}
