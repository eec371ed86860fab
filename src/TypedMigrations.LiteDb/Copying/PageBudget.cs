using LiteDB;
using LiteDB.Engine;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Keeps one long read or one index on a large table from filling the memory.</summary>
/// <remarks>
/// LiteDB gives its transactions 100,000 pages (800 MB) to keep in memory, 1,000 for each at first and more on demand; only when none are
/// left does a transaction write its pages to the log and let them go. Readers that stand still claim 1,000 pages each and use two or
/// three, so that the transaction that works has 8 MB instead of 800.
/// Seen with 400,000 documents: making an index peaks at 213 MB instead of 340.
/// </remarks>
internal sealed class PageBudget : IDisposable
{
    private const int IdleReaders = 95;

    private readonly List<IBsonDataReader> _readers = [];

    /// <param name="engine">An engine without an open transaction.</param>
    /// <param name="table">A table; where it is empty nothing is claimed, and nothing needs to be.</param>
    public PageBudget(LiteEngine engine, string table)
    {
        for (var i = 0; i < IdleReaders; i++)
        {
            var reader = engine.Query(table, new Query { Limit = 1 });
            _readers.Add(reader);
            if (!reader.HasValues)
                break;
        }
    }

    public void Dispose()
    {
        foreach (var reader in _readers)
            reader.Dispose();
    }
}
