namespace TypedMigrations.Dumping;

/// <summary>Which tables are dumped, loaded or compared.</summary>
internal sealed class TableChoice(IReadOnlyCollection<string>? names, bool includeJournal)
{
    private readonly HashSet<string>? _names = names is null ? null : new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a table is wanted; journal and audit trail by their own switch, or by their names.</summary>
    public bool Includes(string table, bool isOwn) => (isOwn && includeJournal) || (_names is null ? !isOwn : _names.Contains(table));

    /// <exception cref="MigrationException">TM3401: tables were named that are not there.</exception>
    public void CheckNames(IEnumerable<string> found, string where)
    {
        var there = found.ToList();
        var missing = (_names ?? []).Except(there, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return;

        throw new MigrationException(new Problem(ErrorCode.DataMissing, $"{where} has no table {string.Join(", ", missing)}.",
            "Name tables that are there, or none for all.", ("tables", there.Count == 0 ? "none" : string.Join(", ", there.Order(StringComparer.Ordinal)))));
    }
}
