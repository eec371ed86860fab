using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.LiteDb.Transforming;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Testing;

/// <summary>A LiteDB database for tests. It is opened for each look and closed again: a run needs it for itself.</summary>
internal sealed class LiteDbTestDatabase : ITestDatabase
{
    private const string FileName = "test.db";
    private const string UtcDate = "UTC_DATE";

    private readonly IDatabasePlace _place;
    private readonly LiteDbStore _store;
    private readonly string _more;

    private LiteDbTestDatabase(string more, string? folder, byte[] content)
    {
        _more = more;
        Folder = folder;
        // LiteDB makes a database of an empty file, though an empty file is none.
        if (FilePath is { } path && content.Length > 0)
            File.WriteAllBytes(path, content);
        _place = LiteDbConnection.PlaceOf($"Filename={FilePath ?? ":memory:"};{more}");
        if (_place is StreamPlace stream)
            stream.Data.Write(content);
        _store = new LiteDbStore(_place);
    }

    public IMigrationStore Store => _store;

    public IReadOnlyList<string> Tables =>
        Look(engine => TableReader.Names(engine).Where(name => !LiteDbJournal.IsOwn(name)).Order(StringComparer.Ordinal).ToList());

    /// <summary>The folder that goes with the database; null where it lives in memory.</summary>
    internal string? Folder { get; }

    private string? FilePath => Folder is null ? null : Path.Combine(Folder, FileName);

    public static LiteDbTestDatabase Create(TestDatabasePlace place, string more, byte[] content)
    {
        var folder = place == TestDatabasePlace.Disk ? Directory.CreateTempSubdirectory("typed-migrations-test-").FullName : null;
        try
        {
            return new LiteDbTestDatabase(more, folder, content);
        }
        catch
        {
            Remove(folder);
            throw;
        }
    }

    public ITestDatabase Copy(TestDatabasePlace place) => Create(place, _more, Content());

    public IReadOnlyList<StoredDocument> Documents(string table) => Look(engine => Stored(engine, table).Select(StoredValue.OfDocument).ToList());

    public void Put(string table, IEnumerable<StoredDocument> documents)
    {
        var written = documents.Select(StoredValue.ToDocument).ToList();
        Change(engine => engine.Upsert(table, written, BsonAutoId.ObjectId), table);
    }

    public void Clear(string table) => Change(engine => engine.DeleteMany(table, predicate: null), table);

    public IReadOnlyList<object> Read(TableSchema table)
    {
        var codec = new RecordCodec(table.Record);
        return Look(engine => Stored(engine, table.Name).Select(document => Read(codec, document, table)).ToList());
    }

    public void Insert(TableSchema table, IEnumerable<object> records)
    {
        var codec = new RecordCodec(table.Record);
        var documents = records.Select(record => Write(codec, record, table)).ToList();
        Change(engine => engine.Insert(table.Name, documents, BsonAutoId.ObjectId), table.Name);
    }

    public void Dispose()
    {
        _store.Dispose();
        Remove(Folder);
    }

    private bool Exists => _place is StreamPlace memory ? memory.Data.Length > 0 : File.Exists(FilePath);

    private static void Remove(string? folder)
    {
        if (folder is not null && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<BsonDocument> Stored(ILiteEngine engine, string table)
    {
        using var reader = engine.Query(table, new Query { OrderBy = BsonExpression.Create("$._id") });
        while (reader.Read())
            yield return reader.Current.AsDocument;
    }

    private static object Read(RecordCodec codec, BsonDocument document, TableSchema table)
    {
        try
        {
            return codec.Read(document);
        }
        catch (ValueMisfitException exception)
        {
            throw new MigrationException(new Problem(ErrorCode.ValueMisfit, $"A document of table {table.Name} does not read as {table.Constant}.",
                "Read the table with the constants of the migration that the database is at.", ("document", StepFailure.KeyText(document["_id"])), ("found", exception.Message)));
        }
    }

    private static BsonDocument Write(RecordCodec codec, object record, TableSchema table)
    {
        try
        {
            return codec.Write(record);
        }
        catch (ValueMisfitException exception)
        {
            throw new MigrationException(new Problem(ErrorCode.ValueMisfit, $"A record for table {table.Name} cannot be stored.",
                "Correct the record.", ("record", $"key {table.KeyOf(record)}"), ("found", exception.Message)));
        }
    }

    private static MigrationException Taken(string table, LiteException exception) => new(
        new Problem(ErrorCode.KeyTaken, $"A document cannot be stored in table {table}: its key, or a value of a unique index, is taken.",
            "Give it values that no other document has.", ("index", exception.Message.Split('\'') is [_, var index, ..] ? index : "_id")), exception);

    /// <summary>The bytes of the database. While nothing has it open there is no log beside it.</summary>
    private byte[] Content() => _place switch
    {
        StreamPlace { Data: MemoryStream data } => data.ToArray(),
        _ => File.Exists(FilePath) ? File.ReadAllBytes(FilePath) : [],
    };

    private List<T> Look<T>(Func<ILiteEngine, List<T>> look)
    {
        if (!Exists)
            return [];
        using var engine = _place.OpenForApplication();
        // LiteDB reads times as local ones, of which autumn has an hour twice: it would come back as the other.
        var utcDate = engine.Pragma(UtcDate);
        engine.Pragma(UtcDate, true);
        try
        {
            return look(engine);
        }
        finally
        {
            engine.Pragma(UtcDate, utcDate);
        }
    }

    private void Change(Func<ILiteEngine, int> change, string table)
    {
        using var engine = _place.OpenForApplication();
        try
        {
            change(engine);
        }
        catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
        {
            throw Taken(table, exception);
        }
    }
}
