namespace TypedMigrations.Cli.Answers;

/// <summary>What a run did, or a rehearsal would do.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="IsRehearsal">Whether it worked on a copy that was thrown away.</param>
/// <param name="WasUpToDate">Whether there was nothing to do.</param>
/// <param name="Adopted">Migrations that the journal now holds as adopted.</param>
/// <param name="Reverted">Migrations that were taken back, newest first.</param>
/// <param name="Applied">Migrations that were applied, in run order.</param>
/// <param name="Notes">Odd data that was there before and is kept, and what adoption made.</param>
/// <param name="Backup">The path of the backup; null where there is none.</param>
/// <param name="Warnings">What went wrong after the swap; the database is migrated all the same.</param>
/// <param name="Milliseconds">How long it took, waiting for the lock included.</param>
internal sealed record RunAnswer(
    string Database, bool IsRehearsal, bool WasUpToDate, IReadOnlyList<MigrationName> Adopted, IReadOnlyList<MigratedAnswer> Reverted, IReadOnlyList<MigratedAnswer> Applied,
    IReadOnlyList<string> Notes, string? Backup, IReadOnlyList<string> Warnings, double Milliseconds) : IWithWarnings
{
    /// <summary>The command that a rehearsal ran against the copy; null where none was.</summary>
    public CommandAnswer? Command { get; init; }

    /// <summary>What the backup changed that <c>down --restore</c> put back; null where none was.</summary>
    public RestorePlanAnswer? Restored { get; init; }

    public static RunAnswer Of(RestoreAnswer restored) =>
        new(restored.Plan.Database, IsRehearsal: false, WasUpToDate: false, [], [], [], [], restored.Backup, restored.Warnings, restored.Milliseconds) { Restored = restored.Plan };

    public static RunAnswer Of(MigrationReport report) => new(
        report.Database, report.IsRehearsal, report.WasUpToDate, [.. report.Plan.Adopted.Select(migration => MigrationName.Of(migration.Id))],
        [.. report.Reverted.Select(MigratedAnswer.Of)], [.. report.Results.Select(MigratedAnswer.Of)], report.Notes, report.Backup, report.Warnings, report.Duration.TotalMilliseconds);
}

/// <summary>A migration that was applied or taken back.</summary>
/// <param name="Id">Stamp and name.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Milliseconds">How long it took on the copy.</param>
/// <param name="Tables">What it did to each table.</param>
/// <param name="Steps">What each step did that works on documents.</param>
internal sealed record MigratedAnswer(string Id, string Module, double Milliseconds, IReadOnlyList<TableCountAnswer> Tables, IReadOnlyList<StepCountAnswer> Steps)
{
    public static MigratedAnswer Of(MigrationResult result) => new(
        result.Id.Text, result.Id.Module, result.Duration.TotalMilliseconds,
        [.. result.Tables.Select(table => new TableCountAnswer(table.Table, table.Read, table.Written))],
        [.. result.Steps.Select(step => new StepCountAnswer(step.Step, step.Documents, step.Kept))]);
}

/// <summary>What a migration did to a table.</summary>
/// <param name="Table">Its name after the migration.</param>
/// <param name="Read">Documents read.</param>
/// <param name="Written">Documents inserted or changed.</param>
internal sealed record TableCountAnswer(string Table, long Read, long Written);

/// <summary>What a step did.</summary>
/// <param name="Step">The step in words.</param>
/// <param name="Documents">The documents that it changed, moved, removed or inserted.</param>
/// <param name="Kept">Those among them whose value did not fit and was kept.</param>
internal sealed record StepCountAnswer(string Step, long Documents, long Kept);

/// <summary>A command that ran.</summary>
/// <param name="Line">What was run.</param>
/// <param name="ExitCode">What it returned.</param>
internal sealed record CommandAnswer(string Line, int ExitCode);
