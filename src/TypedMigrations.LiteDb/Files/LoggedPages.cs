namespace TypedMigrations.LiteDb.Files;

/// <summary>What a log adds to its data file.</summary>
/// <param name="LastPage">The highest page that was ever handed out, by the newest header in data file and log.</param>
/// <param name="Confirmed">The pages of committed transactions that the data file does not have yet.</param>
internal sealed record LoggedPages(uint LastPage, IReadOnlySet<uint> Confirmed);
