namespace TypedMigrations.LiteDb.Files;

/// <summary>What a log adds to its data file.</summary>
/// <param name="LastPage">The highest page that was ever handed out, by the newest header in data file and log.</param>
/// <param name="Confirmed">The pages of committed transactions that the data file does not have yet; null where there is no log.</param>
internal sealed record LoggedPages(uint LastPage, IReadOnlySet<uint>? Confirmed)
{
    /// <summary>How many pages the data file does not have yet.</summary>
    public int Count => Confirmed?.Count ?? 0;

    /// <summary>Whether the log has a page that the data file does not have yet.</summary>
    public bool Has(uint page) => Confirmed is not null && Confirmed.Contains(page);
}
