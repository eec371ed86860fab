using System.ComponentModel.DataAnnotations;

namespace TypedMigrations;

/// <summary>What is compared, and how much of it is shown.</summary>
public sealed class ComparisonOptions
{
    /// <summary>The tables to compare. The default, null, means all. One that neither database has is an error.</summary>
    public IReadOnlyCollection<string>? Tables { get; set; }

    /// <summary>Whether journal and audit trail are compared, too. The default is false: two databases may have come to one state at different times.</summary>
    public bool IncludeJournal { get; set; }

    /// <summary>How many keys of each kind are listed for a table, and how many fields for a document. All are counted. The default is 20.</summary>
    [Range(0, 1_000_000)]
    public int KeysShown { get; set; } = 20;
}
