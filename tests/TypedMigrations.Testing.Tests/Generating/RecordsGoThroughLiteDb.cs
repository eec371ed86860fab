using CsCheck;
using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Schemas;
using TypedMigrations.Testing.Tests.Generating.Kinds;

namespace TypedMigrations.Testing.Tests.Generating;

/// <summary>A file that was migrated to the version, so that it has the declared indexes.</summary>
public sealed class RecordsGoThroughLiteDb
{
    private readonly string _folder = Directory.CreateTempSubdirectory("random-").FullName;
    private LiteDatabase _database = null!;

    [OneTimeSetUp]
    public async Task Migrate()
    {
        var connection = $"Filename={Path.Combine(_folder, "kinds.db")}";
        (await LiteDbMigrations.RunAsync(connection, [new KindsModule()])).Dispose();
        _database = new LiteDatabase(connection, new BsonMapper());
    }

    [OneTimeTearDown]
    public void Delete()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void TheyComeBackEqual() => Version<KindsModule>.Random().Sample(InsertAndRead, iter: 300, threads: 1);

    [Test]
    public void TheIndexesOfTheFileAreTheDeclaredOnes() =>
        Assert.That(_database.GetCollection("$indexes").FindAll().Count(index => index["unique"].AsBoolean && index["name"] != "_id" && !index["collection"].AsString.StartsWith('_')), Is.EqualTo(9));

    private void InsertAndRead(IReadOnlyDictionary<TableSchema, IReadOnlyList<object>> sample)
    {
        foreach (var (table, records) in sample)
        {
            var codec = new RecordCodec(table.Record);
            var collection = _database.GetCollection(table.Name);
            collection.DeleteAll();
            collection.Insert(records.Select(codec.Write));

            var read = collection.FindAll().ToDictionary(document => document["_id"], codec.Read);
            Assert.That(read, Has.Count.EqualTo(records.Count));
            foreach (var record in records)
                Assert.That(SameParts.Are(read[codec.Write(record)["_id"]], record), $"{table.Name}: {record} came back as {read[codec.Write(record)["_id"]]}");
        }
    }
}
