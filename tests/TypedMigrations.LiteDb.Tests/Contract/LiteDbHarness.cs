using System.Globalization;
using System.Security.Cryptography;
using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.StoreContract;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Contract;

/// <summary>A LiteDB file in a folder of its own, looked at with LiteDB alone.</summary>
public abstract class LiteDbHarness(string moreOfTheConnection) : StoreHarness
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typed-migrations-").FullName;

    public override string Name => "shop.db";

    public string Folder => _folder;

    public string FilePath => Path.Combine(_folder, Name);

    public string Connection => $"Filename={FilePath}{moreOfTheConnection}";

    public override IMigrationStore OpenStore() => new LiteDbStore(Connection);

    /// <summary>Opens the file as a program without the library would.</summary>
    public LiteDatabase OpenWithLiteDb() => new(Connection, new BsonMapper());

    public override bool TryPut(string table, IReadOnlyDictionary<string, object?> document)
    {
        using var database = OpenWithLiteDb();
        try
        {
            database.GetCollection(table).Insert(ToBson(document).AsDocument);
            return true;
        }
        catch (LiteException exception) when (exception.ErrorCode == LiteException.INDEX_DUPLICATE_KEY)
        {
            return false;
        }
    }

    public override void Drop(string table)
    {
        using var database = OpenWithLiteDb();
        database.DropCollection(table);
    }

    public override void Empty(string table)
    {
        using var database = OpenWithLiteDb();
        database.GetCollection(table).DeleteAll();
    }

    public override void PutIndex(string table, string name, string field, bool isUnique)
    {
        using var database = OpenWithLiteDb();
        database.GetCollection(table).EnsureIndex(name, "$." + field, isUnique);
    }

    public override IReadOnlyList<string> Tables() => Look(database => database.GetCollectionNames().Where(name => !LiteDbJournal.IsOwn(name)).ToList()) ?? [];

    public override IReadOnlyList<IReadOnlyDictionary<string, object?>> Documents(string table) => Look(database =>
        database.GetCollection(table).FindAll().Select(document => (IReadOnlyDictionary<string, object?>)FromBson(document)!).ToList()) ?? [];

    public override IReadOnlyList<FoundIndex> Indexes(string table) => Look(database => database.GetCollection("$indexes").FindAll()
        .Where(index => index["collection"] == table && index["name"] != "_id")
        .Select(index => new FoundIndex(index["name"], FieldOf(index["expression"]), index["unique"]))
        .OrderBy(index => index.Name, StringComparer.Ordinal).ToList()) ?? [];

    public override IReadOnlyList<AuditEvent> Audit() => Look(Audit) ?? [];

    public static IReadOnlyList<AuditEvent> Audit(LiteDatabase database) => [.. database.GetCollection(LiteDbJournal.Audit).FindAll().Select(document => new AuditEvent(
        document["_id"], new DateTimeOffset(document["at"].AsDateTime.ToUniversalTime()), Enum.Parse<AuditKind>(document["kind"]), document["subject"], document["detail"],
        document["machine"], document["previous"], document["hash"])).OrderBy(item => item.Sequence)];

    public override int CountIn(string connection, string table)
    {
        using var database = new LiteDatabase(connection, new BsonMapper());
        return database.GetCollection(table).Count();
    }

    public override void MakeJournalNewer()
    {
        using var database = OpenWithLiteDb();
        var journal = database.GetCollection(LiteDbJournal.Journal);
        // A newer library writes its format into what it says of the database, too, whenever it adds an entry.
        foreach (var document in new[] { journal.FindById("$database"), journal.FindAll().Last() })
        {
            document["format"] = JournalEntry.CurrentFormat + 1;
            journal.Update(document);
        }
    }

    public override string State() => !File.Exists(FilePath) ? "no file" : string.Create(
        CultureInfo.InvariantCulture, $"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(FilePath)))} of {File.GetLastWriteTimeUtc(FilePath):O}");

    public override void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    // LiteDB writes the header when it closes a file that was only read: a look is taken at a copy.
    private T? Look<T>(Func<LiteDatabase, T> look) where T : class
    {
        if (!File.Exists(FilePath))
            return null;

        var copy = Path.Combine(_folder, "looked-at.db");
        File.Copy(FilePath, copy, overwrite: true);
        try
        {
            using var database = new LiteDatabase(Connection.Replace(FilePath, copy, StringComparison.Ordinal), new BsonMapper());
            // As local times, two hours of autumn would look the same.
            database.UtcDate = true;
            return look(database);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static string? FieldOf(string expression) => expression.StartsWith("$.", StringComparison.Ordinal) ? expression[2..] : null;

    private static BsonValue ToBson(object? value) => value switch
    {
        null => BsonValue.Null,
        IReadOnlyDictionary<string, object?> document => new BsonDocument(document.ToDictionary(field => field.Key, field => ToBson(field.Value))),
        IEnumerable<object?> list => new BsonArray(list.Select(ToBson)),
        _ => new BsonValue(value),
    };

    private static object? FromBson(BsonValue value) => value.Type switch
    {
        BsonType.Null => null,
        BsonType.Document => value.AsDocument.ToDictionary(field => field.Key, field => FromBson(field.Value)),
        BsonType.Array => value.AsArray.Select(FromBson).ToList(),
        _ => value.RawValue,
    };
}

/// <summary>A file as most applications have it.</summary>
public sealed class PlainFile() : LiteDbHarness("");

/// <summary>An encrypted file.</summary>
public sealed class EncryptedFile() : LiteDbHarness(";Password=secret");

/// <summary>A file that several processes share.</summary>
public sealed class SharedFile() : LiteDbHarness(";Connection=shared");
