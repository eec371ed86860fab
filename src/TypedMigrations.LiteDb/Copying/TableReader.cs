using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>Reads a table in batches by key, closing the file in between, so that memory does not grow with the documents.</summary>
internal static class TableReader
{
    /// <summary>How many documents are handled before a file is closed and opened anew.</summary>
    public const int BatchDocuments = 10_000;

    // Where nobody keeps the documents, only LiteDB's page cache grows with them.
    private const int StreamedDocuments = 2 * BatchDocuments;

    private const long BatchBytes = 16L * 1024 * 1024;

    /// <summary>The documents in key order, in batches. Between two batches the caller may write to the table.</summary>
    /// <param name="file">The file to read.</param>
    /// <param name="table">The table; there may be none of the name.</param>
    /// <param name="beside">Another file that the caller uses meanwhile and that is closed between batches too; or null.</param>
    /// <param name="cancellation">Ends the reading between two batches.</param>
    public static IEnumerable<List<BsonDocument>> Batches(WorkingFile file, string table, WorkingFile? beside, CancellationToken cancellation)
    {
        BsonValue? last = null;
        for (var isFull = true; isFull;)
        {
            cancellation.ThrowIfCancellationRequested();
            (var batch, isFull) = ReadBatch(file.Engine, table, last);
            if (batch.Count == 0)
                yield break;

            last = batch[^1]["_id"];
            yield return batch;
            if (!isFull)
                yield break;
            file.Close();
            beside?.Close();
        }
    }

    /// <summary>The documents in key order, one at a time, closing the file in between. Nobody may write to the table meanwhile.</summary>
    /// <remarks>A batch that is kept whole costs more in garbage collection than its documents take to read.</remarks>
    /// <param name="engine">Gives the engine, opening it where it is closed.</param>
    /// <param name="close">Closes it.</param>
    /// <param name="table">The table; there may be none of the name.</param>
    /// <param name="bytes">How many bytes the caller has seen so far, about.</param>
    /// <param name="cancellation">Ends the reading between two batches.</param>
    public static IEnumerable<BsonDocument> Stream(Func<ILiteEngine> engine, Action close, string table, Func<long> bytes, CancellationToken cancellation)
    {
        BsonValue? last = null;
        for (var isFull = true; isFull; close())
        {
            cancellation.ThrowIfCancellationRequested();
            var (read, end) = (0, bytes() + BatchBytes);
            using var reader = engine().Query(table, After(last, StreamedDocuments));
            while (bytes() < end && reader.Read())
            {
                var document = reader.Current.AsDocument;
                (last, read) = (document["_id"], read + 1);
                yield return document;
            }

            isFull = read == StreamedDocuments || bytes() >= end;
        }
    }

    /// <summary>Hands documents on, and tells how many they were: after each batch and at the end.</summary>
    public static IEnumerable<BsonDocument> Telling(IEnumerable<BsonDocument> documents, Action<long> onReading)
    {
        var read = 0L;
        foreach (var document in documents)
        {
            yield return document;
            if (++read % BatchDocuments == 0)
                onReading(read);
        }

        if (read % BatchDocuments > 0)
            onReading(read);
    }

    /// <summary>The document that has a key, or null; null too where there is no such table.</summary>
    public static BsonDocument? TryFind(ILiteEngine engine, string table, BsonValue key) => TryFindFirst(engine, table, BsonExpression.Create("$._id = @0", key));

    /// <summary>So many documents in key order, from a key on.</summary>
    public static List<BsonDocument> From(ILiteEngine engine, string table, BsonValue key, int count)
    {
        using var reader = engine.Query(table, InKeyOrder(BsonExpression.Create("$._id >= @0", key), count));
        return [.. reader.ToEnumerable().Select(value => value.AsDocument)];
    }

    /// <summary>The first document for which a condition holds, or null.</summary>
    public static BsonDocument? TryFindFirst(ILiteEngine engine, string table, BsonExpression where)
    {
        using var reader = engine.Query(table, new Query { Where = { where }, Limit = 1 });
        return reader.Read() ? reader.Current.AsDocument : null;
    }

    /// <summary>How many documents a table has; 0 where there is no such table.</summary>
    public static long Count(ILiteEngine engine, string table)
    {
        using var reader = engine.Query(table, new Query { Select = BsonExpression.Create("{ count: COUNT(*._id) }") });
        return reader.Read() ? reader.Current["count"].AsInt64 : 0;
    }

    /// <summary>The names of all collections, file storage included.</summary>
    public static IReadOnlyList<string> Names(ILiteEngine engine)
    {
        // Without an expression, which LiteDB would compile: a start with nothing pending asks no other.
        using var reader = engine.Query("$cols", new Query());
        var names = new List<string>();
        while (reader.Read())
        {
            if (reader.Current["type"].AsString == "user")
                names.Add(Checked(reader.Current["name"].AsString));
        }

        return names;
    }

    /// <summary>Whether LiteDB makes collections of a name. To some of the others it gives a meaning: <c>$file(…)</c> is a file of the machine.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && name[0] != '$' && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$');

    /// <summary>The indexes of all collections, those on the key left out.</summary>
    public static ILookup<string, StoredIndex> Indexes(ILiteEngine engine)
    {
        using var reader = engine.Query("$indexes", new Query());
        var indexes = new List<IndexOfTable>();
        while (reader.Read())
        {
            var index = reader.Current;
            if (index["name"].AsString != "_id")
                indexes.Add(new IndexOfTable(index["collection"].AsString, new StoredIndex(index["name"].AsString, index["expression"].AsString, index["unique"].AsBoolean)));
        }

        return indexes.ToLookup(item => item.Table, item => item.Index, StringComparer.OrdinalIgnoreCase);
    }

    private static (List<BsonDocument> Documents, bool IsFull) ReadBatch(LiteEngine engine, string table, BsonValue? last)
    {
        using var reader = engine.Query(table, After(last, BatchDocuments));
        var batch = new List<BsonDocument>();
        var bytes = 0L;
        for (; bytes < BatchBytes && reader.Read(); bytes += BsonSize.Of(reader.Current))
            batch.Add(reader.Current.AsDocument);
        return (batch, bytes >= BatchBytes || batch.Count == BatchDocuments);
    }

    private static string Checked(string name) => IsName(name) ? name : throw new MigrationException(new Problem(
        ErrorCode.Damaged, "The database has a collection of a name that LiteDB does not give.", "Put back a backup: the file was damaged, or changed by other means than LiteDB.",
        ("name", string.Concat(name.Select(letter => char.IsControl(letter) ? '?' : letter)))));

    private static Query After(BsonValue? last, int limit) => InKeyOrder(last is null ? null : BsonExpression.Create("$._id > @0", last), limit);

    private static Query InKeyOrder(BsonExpression? where, int limit)
    {
        var query = new Query { OrderBy = BsonExpression.Create("$._id"), Limit = limit };
        if (where is not null)
            query.Where.Add(where);
        return query;
    }

    private sealed record IndexOfTable(string Table, StoredIndex Index);
}
