namespace TypedMigrations;

/// <summary>What of a dump is loaded.</summary>
public sealed class LoadOptions
{
    /// <summary>The tables to load. The default, null, means all. One that the dump has not is an error.</summary>
    public IReadOnlyCollection<string>? Tables { get; set; }

    /// <summary>Whether journal and audit trail are loaded, where the dump has them. The default is true.</summary>
    public bool IncludeJournal { get; set; } = true;
}
