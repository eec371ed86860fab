using TypedMigrations.Storing;

namespace TypedMigrations.Cli.Answers;

/// <summary>A backup that was made.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Backup">The backup.</param>
/// <param name="Warnings">What is not as it should be.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record MadeBackupAnswer(string Database, BackupAnswer Backup, IReadOnlyList<string> Warnings, double Milliseconds) : IWithWarnings;

/// <summary>A database that was made.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="IsTestDatabase">Whether it takes test data.</param>
/// <param name="Warnings">What went wrong afterwards.</param>
internal sealed record CreateAnswer(string Database, bool IsTestDatabase, IReadOnlyList<string> Warnings) : IWithWarnings;

/// <summary>What dropping a database removes.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Exists">Whether there is one.</param>
/// <param name="Head">The migration that was applied last; null where there is none.</param>
/// <param name="Tables">What it holds.</param>
/// <param name="Removed">The files that go.</param>
/// <param name="Backups">The backups, which go only where that is asked for.</param>
internal sealed record DropPlanAnswer(string Database, bool Exists, MigrationName? Head, IReadOnlyList<TableSize> Tables, IReadOnlyList<FileAnswer> Removed, IReadOnlyList<FileAnswer> Backups)
{
    public static DropPlanAnswer Of(DropPlan plan) => new(
        plan.Database, plan.Contents.State.Exists, plan.Head is { } head ? new MigrationName(head.Id, head.Module) : null,
        [.. plan.Contents.Tables.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => new TableSize(table.Key, table.Value))],
        [.. plan.Removed.Select(FileAnswer.Of)], [.. plan.Backups.Select(FileAnswer.Of)]);
}

/// <summary>A file.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record FileAnswer(string Path, long Bytes)
{
    public static FileAnswer Of(DatabasePart part) => new(part.Path, part.Bytes);
}

/// <summary>A database that was dropped.</summary>
/// <param name="Plan">What was there.</param>
/// <param name="WithBackups">Whether its backups went, too.</param>
/// <param name="Warnings">What could not be removed.</param>
internal sealed record DropAnswer(DropPlanAnswer Plan, bool WithBackups, IReadOnlyList<string> Warnings) : IWithWarnings;

/// <summary>A database that was waited for.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="IsUpToDate">Whether nothing is pending; null where that was not asked.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record WaitAnswer(string Database, bool? IsUpToDate, double Milliseconds);

/// <summary>The audit trail of a database.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Events">Oldest first.</param>
/// <param name="Kept">What failed runs left, which the next run takes into the trail.</param>
/// <param name="BrokenAt">The number of the first event that was changed or does not follow the one before it; null where the trail is whole.</param>
internal sealed record AuditAnswer(string Database, IReadOnlyList<AuditEventAnswer> Events, IReadOnlyList<AuditEventAnswer> Kept, long? BrokenAt)
{
    public static AuditAnswer Of(AuditReport report) => new(report.Database, [.. report.Events.Select(AuditEventAnswer.Of)], [.. report.Kept.Select(AuditEventAnswer.Of)], report.FindBreak()?.Sequence);
}

/// <summary>An event of the audit trail.</summary>
/// <param name="Sequence">Its place in the trail, from 1.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Detail">More about it.</param>
/// <param name="Machine">The machine and the process.</param>
/// <param name="Hash">SHA-256 over the event and the one before it.</param>
internal sealed record AuditEventAnswer(long Sequence, DateTimeOffset At, AuditKind Kind, string Subject, string Detail, string Machine, string Hash)
{
    public static AuditEventAnswer Of(AuditEvent item) => new(item.Sequence, item.At, item.Kind, item.Subject, item.Detail, item.Machine, item.Hash);
}
