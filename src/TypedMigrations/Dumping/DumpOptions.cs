namespace TypedMigrations;

/// <summary>What is dumped.</summary>
public sealed class DumpOptions
{
    /// <summary>The tables to dump. The default, null, means all. One that is not there is an error.</summary>
    public IReadOnlyCollection<string>? Tables { get; set; }

    /// <summary>Whether journal and audit trail are dumped, too. The default is true: without them a loaded database does not know its migrations.</summary>
    public bool IncludeJournal { get; set; } = true;
}
