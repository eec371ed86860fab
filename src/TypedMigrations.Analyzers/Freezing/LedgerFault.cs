namespace TypedMigrations.Freezing;

/// <summary>What is wrong with a ledger in itself.</summary>
/// <param name="Row">Where in the file, counted from 0.</param>
/// <param name="Reason">What is wrong, as the end of a sentence.</param>
internal sealed record LedgerFault(int Row, string Reason);
