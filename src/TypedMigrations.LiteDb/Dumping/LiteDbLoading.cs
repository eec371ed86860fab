using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Builds a LiteDB database from a dump, in batches between which it is closed.</summary>
/// <param name="file">The new database, still empty.</param>
/// <param name="settings">The pragmas.</param>
/// <param name="read">Opens the finished database.</param>
/// <param name="swapIn">Puts it in place.</param>
/// <param name="throwAway">Removes everything of it that is still there.</param>
internal sealed class LiteDbLoading(WorkingFile file, IReadOnlyDictionary<string, string> settings, Func<IDataReading> read, Func<SwapResult> swapIn, Action throwAway) : IDataLoading
{
    private const int LongestExpression = 1_000;

    private readonly BsonJsonReader _reader = new();

    public IDataDocument Parse(ReadOnlySpan<byte> json)
    {
        var document = _reader.Read(json);
        return document.TryGetValue("_id", out var id) && id.Type is not (BsonType.Null or BsonType.MinValue or BsonType.MaxValue)
            ? new LiteDbDocument(document, json.Length)
            : throw new FormatException("it is no document: it has no _id");
    }

    public void Insert(DataTable table, IEnumerable<IDataDocument> documents) => OnStore(() =>
    {
        // LiteDB takes names that begin with $ for its own, which read and write files.
        if (!TableReader.IsName(table.Name))
            throw new FormatException("LiteDB refuses the name of the table: letters, digits, _ and $, beginning with a letter or _");
        DocumentCounts.MakeEmpty(file.Engine, table.Name);
        using var portions = new Portions<IDataDocument>(documents, document => document.Bytes);
        using var inserting = new BulkInsert(file, table.Name, table.Documents, portion => file.Engine.Insert(table.Name, portion, BsonAutoId.ObjectId));
        try
        {
            while (portions.Next() is { } portion)
            {
                inserting.Insert(portion.Select(document => ((LiteDbDocument)document).Bson));
                file.Close();
            }

            inserting.Finish();
        }
        catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
        {
            // LiteDB's own message shows the value.
            throw new FormatException($"the key {portions.Current.Key} is there already in table {table.Name}", exception);
        }
    });

    public void Index(DataTable table, CancellationToken cancellation) => OnStore(() =>
    {
        foreach (var index in table.Indexes)
        {
            cancellation.ThrowIfCancellationRequested();
            // LiteDB's parser calls itself for each bracket and each dot, and an overflow of the stack ends the process.
            if (index.On.Length > LongestExpression)
                throw new FormatException($"LiteDB keeps no index on an expression of more than {LongestExpression:N0} characters");
            try
            {
                using var budget = new PageBudget(file.Engine, table.Name);
                file.Engine.EnsureIndex(table.Name, index.Name, BsonExpression.Create(index.On), index.IsUnique);
            }
            catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
            {
                throw new FormatException($"documents of table {table.Name} share a value that its unique index {index.Name} forbids", exception);
            }
        }

        file.Close();
    });

    public IDataReading ReadBack()
    {
        OnStore(() =>
        {
            DatabasePragmas.Write(file.Engine, settings);
            file.Close();
        });
        return read();
    }

    public SwapResult SwapIn() => swapIn();

    public void Dispose()
    {
        file.Dispose();
        throwAway();
    }

    private static void OnStore(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is LiteException or ArgumentException or OverflowException)
        {
            throw new FormatException($"LiteDB refuses it: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(
                new Problem(ErrorCode.StoreFailed, "LiteDB failed while the dump was loaded.", "See the reason; what was loaded was thrown away, and the dump can be loaded again.",
                    ("reason", $"{exception.GetType().Name}: {exception.Message}")),
                exception);
        }
    }
}
