using LiteDB;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Inserts many documents into a table of a copy: page by page as long as they allow it, then by LiteDB.</summary>
/// <param name="file">The copy.</param>
/// <param name="table">The table. It is made where it is not there.</param>
/// <param name="expected">How many documents there are, about; null where nobody knows.</param>
/// <param name="byLiteDb">Inserts documents in one transaction of LiteDB, and says how many they were.</param>
internal sealed class BulkInsert(WorkingFile file, string table, long? expected, Func<IEnumerable<BsonDocument>, int> byLiteDb) : IDisposable
{
    /// <summary>From how many documents on they are written page by page. Fewer are not worth closing the file.</summary>
    public const int Fewest = 1_000;

    private PageWriter? _pages;
    private TableFilling? _filling;
    private bool _hasBegun;

    /// <param name="file">The copy.</param>
    /// <param name="table">The table. It is made where it is not there.</param>
    /// <param name="expected">How many documents there are, about; null where nobody knows.</param>
    /// <param name="source">What the documents are of, for messages.</param>
    /// <param name="remedy">What to do where LiteDB refuses one; null for what the error says.</param>
    public BulkInsert(WorkingFile file, string table, long? expected, string source, string? remedy = null)
        : this(file, table, expected, documents => Inserting.All(file.Engine, table, documents, source, remedy))
    {
    }

    /// <summary>Inserts documents, all of them or in portions.</summary>
    /// <returns>How many they were.</returns>
    public int Insert(IEnumerable<BsonDocument> documents)
    {
        using var items = documents.GetEnumerator();
        var first = new List<BsonDocument>();
        while (!_hasBegun && expected is null && first.Count < Fewest && items.MoveNext())
            first.Add(items.Current);
        if (!_hasBegun && (expected ?? first.Count) >= Fewest)
            Begin();
        _hasBegun = true;
        return InsertAll(first.Concat(Rest(items)));
    }

    /// <summary>Writes what is not yet written. Only then can LiteDB use the table.</summary>
    public void Finish()
    {
        _filling?.Finish();
        Dispose();
    }

    public void Dispose()
    {
        _pages?.Dispose();
        (_pages, _filling) = (null, null);
    }

    private void Begin()
    {
        if (!TableReader.Names(file.Engine).Contains(table, StringComparer.OrdinalIgnoreCase))
            DocumentCounts.MakeEmpty(file.Engine, table);
        _pages = file.WritePages();
        _filling = TableFilling.TryBegin(_pages, table);
        if (_filling is null)
            Dispose();
    }

    private int InsertAll(IEnumerable<BsonDocument> documents)
    {
        using var items = documents.GetEnumerator();
        var filled = 0;
        for (; _filling is not null; filled++)
        {
            if (!items.MoveNext())
                return filled;
            if (_filling.TryAdd(items.Current))
                continue;
            // From here on it is LiteDB's.
            Finish();
            return filled + byLiteDb(Rest(items).Prepend(items.Current));
        }

        return byLiteDb(Rest(items));
    }

    private static IEnumerable<BsonDocument> Rest(IEnumerator<BsonDocument> documents)
    {
        while (documents.MoveNext())
            yield return documents.Current;
    }
}
