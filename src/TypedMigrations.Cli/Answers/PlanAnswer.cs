namespace TypedMigrations.Cli.Answers;

/// <summary>What a run would do, and what stands in its way.</summary>
/// <param name="Database">The database as messages name it.</param>
/// <param name="Fingerprint">The hash over what would run and over the journal it would run on.</param>
/// <param name="IsUpToDate">Whether there is nothing to do and nothing stands in the way.</param>
/// <param name="LosesData">Whether a step loses data; never in a database that is new or empty.</param>
/// <param name="Adopted">Migrations whose result is expected to be there already.</param>
/// <param name="Reverted">Migrations to take back, newest first; they come before the pending ones.</param>
/// <param name="Pending">Migrations to apply, in run order.</param>
/// <param name="Later">Migrations that stay pending because the target or the number of steps excludes them.</param>
/// <param name="Problems">What stands in the way; all of it.</param>
internal sealed record PlanAnswer(
    string Database, string Fingerprint, bool IsUpToDate, bool LosesData, IReadOnlyList<MigrationName> Adopted, IReadOnlyList<PlannedAnswer> Reverted, IReadOnlyList<PlannedAnswer> Pending,
    IReadOnlyList<MigrationName> Later, IReadOnlyList<ProblemAnswer> Problems);

/// <summary>A migration by its name.</summary>
/// <param name="Id">Stamp and name.</param>
/// <param name="Module">The module's name.</param>
internal sealed record MigrationName(string Id, string Module)
{
    public static MigrationName Of(MigrationId id) => new(id.Text, id.Module);

    public override string ToString() => $"{Id} of module {Module}";
}

/// <summary>A migration of a plan.</summary>
/// <param name="Id">Stamp and name.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Fingerprint">The hash over its tokens and data files.</param>
/// <param name="Tables">The tables whose documents it reads, with how many there are now; null for a table that an earlier migration makes.</param>
/// <param name="Steps">What it does.</param>
internal sealed record PlannedAnswer(string Id, string Module, string Fingerprint, IReadOnlyList<TableSize> Tables, IReadOnlyList<StepAnswer> Steps);

/// <summary>A table and how many documents it has.</summary>
internal sealed record TableSize(string Table, long? Documents);

/// <summary>A step in words.</summary>
/// <param name="Text">What it does.</param>
/// <param name="IsDerived">Whether it follows from the constants, so that nobody wrote it.</param>
/// <param name="IsDestructive">Whether it loses data.</param>
internal sealed record StepAnswer(string Text, bool IsDerived, bool IsDestructive);
