namespace TypedMigrations.Freezing;

/// <summary>A frozen migration.</summary>
/// <param name="Id">Stamp and name: <c>20201027_ManyRoles</c>.</param>
/// <param name="Parent">The hash of the migration before it; <see cref="Ledger.NoParent"/> for the first.</param>
/// <param name="Hash">Its own hash: the fingerprint of journal and plan.</param>
/// <param name="Row">Where it stands in the file, counted from 0.</param>
internal sealed record LedgerLine(string Id, string Parent, string Hash, int Row);
