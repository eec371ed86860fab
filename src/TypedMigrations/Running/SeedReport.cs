using TypedMigrations.Planning;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>What seeding did.</summary>
public sealed class SeedReport
{
    internal SeedReport(string database, SeedPlan plan, IReadOnlyList<string> notes, SwapResult? swap, TimeSpan duration)
    {
        Database = database;
        Plan = plan;
        Notes = notes;
        Backup = swap?.Backup;
        Warnings = swap?.Warnings ?? [];
        Duration = duration;
    }

    /// <summary>The database as messages name it.</summary>
    public string Database { get; }

    /// <summary>What was there, and what was missing and is inserted now, for each table.</summary>
    public SeedPlan Plan { get; }

    /// <summary>Whether nothing was missing: nothing was written then.</summary>
    public bool WasComplete => Plan.IsComplete;

    /// <summary>What the store has to say of the copy, in words.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Where the database as it was before is now: the newest backup. Null where nothing was written.</summary>
    public string? Backup { get; }

    /// <summary>What went wrong after the swap. The documents are there all the same.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>How long it took, waiting for the lock included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The report as plain text.</summary>
    public override string ToString() => Reporting.SeedText.Of(this);
}
