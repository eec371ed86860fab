using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>What a run did.</summary>
public sealed class MigrationReport
{
    internal MigrationReport(string database, MigrationPlan plan, IReadOnlyList<MigrationResult> results, IReadOnlyList<string> notes, SwapResult? swap, TimeSpan duration, IReadOnlyList<MigrationResult>? reverted = null)
    {
        Database = database;
        Plan = plan;
        Results = results;
        Reverted = reverted ?? [];
        Notes = notes;
        Backup = swap?.Backup;
        Warnings = swap?.Warnings ?? [];
        IsRehearsal = swap is null && !plan.IsUpToDate;
        Duration = duration;
    }

    /// <summary>The database as messages name it.</summary>
    public string Database { get; }

    /// <summary>The plan that was carried out.</summary>
    public MigrationPlan Plan { get; }

    /// <summary>The migrations that were applied, in run order; empty when there was nothing to do.</summary>
    public IReadOnlyList<MigrationResult> Results { get; }

    /// <summary>The migrations that were taken back, newest first, before <see cref="Results"/>; empty unless the goal was to go back.</summary>
    public IReadOnlyList<MigrationResult> Reverted { get; }

    /// <summary>Odd data that was there before and is kept, and what adoption made, in words.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The path of the backup, or null where there is none.</summary>
    public string? Backup { get; }

    /// <summary>What went wrong after the swap, such as a backup that could not be pruned. The database is migrated all the same.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Whether there was nothing to do.</summary>
    public bool WasUpToDate => Plan.IsUpToDate;

    /// <summary>Whether the run worked on a copy only, which was thrown away.</summary>
    public bool IsRehearsal { get; }

    /// <summary>How long the run took, waiting for the lock included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The report as a table of plain text, at most 80 columns wide where names allow it.</summary>
    public override string ToString() => Reporting.ReportText.Of(this);
}

/// <summary>A migration that was applied or taken back.</summary>
/// <param name="Id">Stamp, name and module.</param>
/// <param name="Tables">What it did to each table.</param>
/// <param name="Steps">What each step did that works on documents.</param>
/// <param name="Duration">How long it took on the copy.</param>
public sealed record MigrationResult(MigrationId Id, IReadOnlyList<TableCount> Tables, IReadOnlyList<StepCount> Steps, TimeSpan Duration);
