namespace TypedMigrations;

/// <summary>How many documents of a table were dumped or loaded.</summary>
/// <param name="Table">The table.</param>
/// <param name="Documents">How many.</param>
public sealed record TableDocuments(string Table, long Documents);
