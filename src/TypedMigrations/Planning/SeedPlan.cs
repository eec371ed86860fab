using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.Planning;

/// <summary>What a new database would hold and this one lacks, and what speaks against putting it back.</summary>
public sealed class SeedPlan
{
    internal SeedPlan(IReadOnlyList<SeededTable> tables, IReadOnlyList<Problem> problems)
    {
        Tables = tables;
        Problems = problems;
    }

    /// <summary>The tables of which a new database holds documents, by module and name. Empty where something speaks against it.</summary>
    public IReadOnlyList<SeededTable> Tables { get; }

    /// <summary>What speaks against it; all of it at once.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether something speaks against it.</summary>
    public bool HasProblems => Problems.Count > 0;

    /// <summary>How many documents are missing.</summary>
    public long MissingCount => Tables.Sum(table => (long)table.Missing.Count);

    /// <summary>Whether nothing is missing and nothing speaks against it.</summary>
    public bool IsComplete => !HasProblems && MissingCount == 0;

    /// <summary>The plan as plain text.</summary>
    public override string ToString() => Reporting.SeedText.Of(this);
}

/// <summary>A table of which a new database holds documents.</summary>
/// <param name="Schema">The table as the newest migration that the database has of its module declares it.</param>
/// <param name="Present">How many of these documents have a key that is there. What is stored under it does not matter: nothing is overwritten.</param>
/// <param name="Missing">The documents whose keys are absent, as a new database has them.</param>
public sealed record SeededTable(TableSchema Schema, long Present, IReadOnlyList<StoredDocument> Missing)
{
    /// <summary>Its name.</summary>
    public string Table => Schema.Name;
}
