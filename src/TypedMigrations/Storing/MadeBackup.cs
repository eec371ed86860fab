namespace TypedMigrations.Storing;

/// <summary>How a backup is made.</summary>
/// <param name="Path">Where to. Nothing may be there yet. Null for among the backups of the database.</param>
public sealed record BackupOptions(string? Path)
{
    /// <summary>Told the bytes that were copied and all there are, now and then and at the end. The default tells nobody.</summary>
    public Action<long, long> OnCopying { get; init; } = (_, _) => { };

    /// <summary>Told the table that is read again, the documents read so far and all it has, now and then. The default tells nobody.</summary>
    public Action<string, long, long?> OnVerifying { get; init; } = (_, _, _) => { };
}

/// <summary>A backup that was made.</summary>
/// <param name="Backup">The backup.</param>
/// <param name="Warnings">What is not as it should be, such as an owner that could not be kept.</param>
public sealed record MadeBackup(DatabaseBackup Backup, IReadOnlyList<string> Warnings);
