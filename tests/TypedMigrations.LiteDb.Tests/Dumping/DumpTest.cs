using System.Text;
using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Dumping;

/// <summary>A test on databases in memory, which are dumped and loaded.</summary>
[Parallelizable(ParallelScope.Self)]
public abstract class DumpTest
{
    /// <summary>A database in memory as LiteDB alone makes it.</summary>
    protected static MemoryStream Make(Action<LiteDatabase> fill, string? collation = null)
    {
        var stream = new MemoryStream();
        using var engine = new LiteDB.Engine.LiteEngine(new LiteDB.Engine.EngineSettings { DataStream = stream, Collation = collation is null ? null : new Collation(collation) });
        using var database = new LiteDatabase(engine, new BsonMapper());
        fill(database);
        return stream;
    }

    protected static MemoryStream Make(params BsonDocument[] documents) => Make(database => database.GetCollection("things").Insert(documents));

    protected static T Look<T>(MemoryStream stream, Func<LiteDatabase, T> look)
    {
        using var database = new LiteDatabase(new MemoryStream(stream.ToArray()), new BsonMapper());
        return look(database);
    }

    protected static async Task<byte[]> Dump(Stream stream, DumpOptions? options = null)
    {
        using var store = new LiteDbStore(stream);
        var dump = new MemoryStream();
        await new DatabaseMaintenance(store).DumpAsync(dump, options);
        return dump.ToArray();
    }

    protected static async Task<MemoryStream> Load(byte[] dump, LoadOptions? options = null)
    {
        var stream = new MemoryStream();
        using var store = new LiteDbStore(stream);
        await new DatabaseMaintenance(store).LoadAsync(new MemoryStream(dump), options);
        return stream;
    }

    /// <summary>Loads a dump, expects that it is refused, and that nothing is there afterwards.</summary>
    protected static async Task<MigrationException> LoadFails(byte[] dump, LoadOptions? options = null)
    {
        var stream = new MemoryStream();
        using var store = new LiteDbStore(stream);
        var failed = await Assert.ThrowsAsync<MigrationException>(() => new DatabaseMaintenance(store).LoadAsync(new MemoryStream(dump), options));
        Assert.That(stream.Length, Is.Zero, "Something was made.");
        return failed!;
    }

    protected static Task<MigrationException> LoadFails(params string[] lines) => LoadFails(Bytes(lines));

    protected static async Task<DataComparison> Compare(Stream here, Stream there, ComparisonOptions? options = null)
    {
        using var store = new LiteDbStore(here);
        using var other = new LiteDbStore(there);
        return await new DatabaseMaintenance(store).CompareAsync(other, options);
    }

    protected static byte[] Bytes(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    protected static string[] Lines(byte[] dump) => Encoding.UTF8.GetString(dump).TrimEnd('\n').Split('\n');
}
