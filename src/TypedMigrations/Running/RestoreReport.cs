using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>What putting a backup back did.</summary>
public sealed class RestoreReport
{
    internal RestoreReport(string database, RestorePlan plan, SwapResult swap, TimeSpan duration)
    {
        Database = database;
        Plan = plan;
        Backup = swap.Backup;
        Warnings = swap.Warnings;
        Duration = duration;
    }

    /// <summary>The database as messages name it.</summary>
    public string Database { get; }

    /// <summary>What changed: migrations and numbers of documents.</summary>
    public RestorePlan Plan { get; }

    /// <summary>Where the database that was replaced is now: the newest backup. Null where there was none.</summary>
    public string? Backup { get; }

    /// <summary>What went wrong after the swap. The backup is in place all the same.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>How long it took, waiting for the lock included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The report as plain text.</summary>
    public override string ToString() => Reporting.RestoreText.Of(this);
}
