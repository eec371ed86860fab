using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>What putting a backup back would change, and what speaks against it.</summary>
public sealed class RestorePlan
{
    internal RestorePlan(string backup, DatabaseContents present, DatabaseContents restored)
    {
        Backup = backup;
        Lost = Without(present, restored);
        Regained = Without(restored, present);
        Tables = [.. present.Tables.Keys.Union(restored.Tables.Keys).Order(StringComparer.Ordinal)
            .Select(table => new TableDifference(table, CountOf(present, table), CountOf(restored, table)))
            .Where(table => table.Present != table.InBackup)];
        Problems = [.. Lineage.Check(backup, present, restored)];
    }

    /// <summary>The path of the backup.</summary>
    public string Backup { get; }

    /// <summary>The migrations whose journal entries go, in the order in which they were applied.</summary>
    public IReadOnlyList<JournalEntry> Lost { get; }

    /// <summary>The migrations whose journal entries come back: they were taken back after the backup was made.</summary>
    public IReadOnlyList<JournalEntry> Regained { get; }

    /// <summary>The tables that have another number of documents in the backup. Documents that were changed in between do not show.</summary>
    public IReadOnlyList<TableDifference> Tables { get; }

    /// <summary>What speaks against it; all of it at once.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether something speaks against it.</summary>
    public bool HasProblems => Problems.Count > 0;

    /// <summary>The plan as plain text.</summary>
    public override string ToString() => Reporting.RestoreText.Of(this);

    private static List<JournalEntry> Without(DatabaseContents contents, DatabaseContents others)
    {
        var known = others.State.Journal.Select(entry => (entry.Module, entry.Id, entry.Fingerprint)).ToHashSet();
        return [.. contents.State.Journal.Where(entry => !known.Contains((entry.Module, entry.Id, entry.Fingerprint)))];
    }

    private static long? CountOf(DatabaseContents contents, string table) => contents.Tables.TryGetValue(table, out var count) ? count : null;
}

/// <summary>A table that has another number of documents in the backup.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Present">How many there are now; null where there is no such table.</param>
/// <param name="InBackup">How many the backup has; null where it has no such table.</param>
public sealed record TableDifference(string Table, long? Present, long? InBackup);
