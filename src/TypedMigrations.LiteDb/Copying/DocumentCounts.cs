using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>How many documents each collection must have: counted before the run, and kept up by what each step says it did.</summary>
internal sealed class DocumentCounts
{
    private Dictionary<string, long> _expected;

    public DocumentCounts(SettledFile file) => _expected = Count(file.Tables, file.Count);

    public long this[string table] => _expected.GetValueOrDefault(table);

    /// <summary>Makes an empty collection unless it is there.</summary>
    public void Ensure(LiteEngine engine, string table)
    {
        if (_expected.TryAdd(table, 0))
            MakeEmpty(engine, table);
    }

    /// <summary>Makes an empty collection where there is none: LiteDB makes one for documents, even for none.</summary>
    public static void MakeEmpty(LiteEngine engine, string table) => engine.Insert(table, [], BsonAutoId.ObjectId);

    public bool Has(string table) => _expected.ContainsKey(table);

    public void Dropped(string table) => _expected.Remove(table);

    /// <summary>Takes the counts as they are now: a step did what it told nobody of.</summary>
    public void Recount(ILiteEngine engine) => _expected = Count(TableReader.Names(engine), name => TableReader.Count(engine, name));

    public void Inserted(string table, long count) => _expected[table] = this[table] + count;

    public void Renamed(string table, string renamed)
    {
        if (_expected.Remove(table, out var count))
            _expected[renamed] = count;
    }

    /// <summary>The collections whose real count is another, with both counts; missing and additional collections too.</summary>
    public IEnumerable<CountDifference> FindDifferences(SettledFile file)
    {
        var found = Count(file.Tables, file.CountKeys);
        return _expected.Keys.Union(found.Keys, StringComparer.OrdinalIgnoreCase)
            .Select(table => new CountDifference(table, _expected.GetValueOrDefault(table, -1), found.GetValueOrDefault(table, -1)))
            .Where(item => item.Expected != item.Found);
    }

    private static Dictionary<string, long> Count(IEnumerable<string> tables, Func<string, long> count) =>
        tables.Where(name => !LiteDbJournal.IsOwn(name)).ToDictionary(name => name, count, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A collection that has another number of documents than it must have; -1 where it is not there, or must not be.</summary>
internal sealed record CountDifference(string Table, long Expected, long Found);
