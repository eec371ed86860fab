namespace TypedMigrations.Cli.Answers;

/// <summary>The backups beside a database.</summary>
/// <param name="Backups">Newest first.</param>
internal sealed record BackupsAnswer(IReadOnlyList<BackupAnswer> Backups);

/// <summary>A backup.</summary>
/// <param name="Path">Where it is: what <c>restore</c> takes.</param>
/// <param name="MadeAt">When it stopped being the database, UTC.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Head">The last migration in its journal; null where it has none.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
internal sealed record BackupAnswer(string Path, DateTimeOffset MadeAt, long Bytes, MigrationName? Head, ProblemAnswer? Problem)
{
    public static BackupAnswer Of(DatabaseBackup backup) => new(
        backup.Path, backup.MadeAt, backup.Bytes, backup.Head is { } head ? new MigrationName(head.Id, head.Module) : null, backup.Problem is { } problem ? ProblemAnswer.Of(problem) : null);
}

/// <summary>What putting a backup back changes.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="From">The path of the backup.</param>
/// <param name="Lost">Migrations whose journal entries go.</param>
/// <param name="Regained">Migrations whose journal entries come back.</param>
/// <param name="Tables">Tables that have another number of documents.</param>
/// <param name="Problems">What speaks against it.</param>
internal sealed record RestorePlanAnswer(
    string Database, string From, IReadOnlyList<MigrationName> Lost, IReadOnlyList<MigrationName> Regained, IReadOnlyList<TableChange> Tables, IReadOnlyList<ProblemAnswer> Problems)
{
    public static RestorePlanAnswer Of(string database, Planning.RestorePlan plan) => new(
        database, plan.Backup, [.. plan.Lost.Select(entry => new MigrationName(entry.Id, entry.Module))], [.. plan.Regained.Select(entry => new MigrationName(entry.Id, entry.Module))],
        [.. plan.Tables.Select(table => new TableChange(table.Table, table.Present, table.InBackup))], [.. plan.Problems.Select(ProblemAnswer.Of)]);
}

/// <summary>A table that has another number of documents in the backup.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Now">How many there were in the database; null where there was no such table.</param>
/// <param name="InBackup">How many the backup has; null where it has no such table.</param>
internal sealed record TableChange(string Table, long? Now, long? InBackup);

/// <summary>A backup that was put back.</summary>
/// <param name="Plan">What it changed.</param>
/// <param name="Backup">Where the database that was replaced is now; null where there was none.</param>
/// <param name="Warnings">What went wrong after the swap; the backup is in place all the same.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record RestoreAnswer(RestorePlanAnswer Plan, string? Backup, IReadOnlyList<string> Warnings, double Milliseconds) : IWithWarnings;
