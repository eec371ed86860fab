using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>What making a backup did.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Backup">The backup.</param>
/// <param name="Warnings">What is not as it should be, such as an owner that could not be kept.</param>
/// <param name="Duration">How long it took, waiting for the lock included.</param>
public sealed record BackupReport(string Database, DatabaseBackup Backup, IReadOnlyList<string> Warnings, TimeSpan Duration);

/// <summary>What making a database did.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="IsTestDatabase">Whether it is marked as a test database.</param>
/// <param name="Warnings">What went wrong afterwards. The database is there all the same.</param>
/// <param name="Duration">How long it took, waiting for the lock included.</param>
public sealed record CreationReport(string Database, bool IsTestDatabase, IReadOnlyList<string> Warnings, TimeSpan Duration);

/// <summary>What dropping a database would remove.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Contents">What it holds; <see cref="DatabaseContents.None"/> where it does not exist.</param>
/// <param name="Parts">Every file that lies there for it.</param>
public sealed record DropPlan(string Database, DatabaseContents Contents, IReadOnlyList<DatabasePart> Parts)
{
    /// <summary>The files that go in any case.</summary>
    public IReadOnlyList<DatabasePart> Removed => [.. Parts.Where(part => part.Kind is not (DatabasePartKind.Backup or DatabasePartKind.Lock))];

    /// <summary>The backups, which go only where that is asked for.</summary>
    public IReadOnlyList<DatabasePart> Backups => [.. Parts.Where(part => part.Kind == DatabasePartKind.Backup)];

    /// <summary>The migration that was applied last; null where there is none.</summary>
    public JournalEntry? Head => Contents.State.Journal.LastOrDefault();
}

/// <summary>What dropping a database did.</summary>
/// <param name="Plan">What was there.</param>
/// <param name="WithBackups">Whether its backups went too.</param>
/// <param name="Warnings">What could not be removed besides. The database is gone all the same.</param>
/// <param name="Duration">How long it took, waiting for the lock included.</param>
public sealed record DropReport(DropPlan Plan, bool WithBackups, IReadOnlyList<string> Warnings, TimeSpan Duration);

/// <summary>The audit trail of a database.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Events">The whole trail, oldest first.</param>
/// <param name="Kept">What failed runs left, which the next run that succeeds takes into the trail; as it would be there, but with this process.</param>
public sealed record AuditReport(string Database, IReadOnlyList<AuditEvent> Events, IReadOnlyList<AuditEvent> Kept)
{
    /// <summary>The first event that was changed, or that does not follow the one before it; null where the trail is whole.</summary>
    public AuditEvent? FindBreak() => AuditTrail.FindBreak(Events);
}
