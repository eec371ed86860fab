using System.Text;
using LiteDB;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>A whole dump is loaded into a database in memory. What was loaded is dumped and loaded once more.</summary>
public sealed class DumpTarget() : FuzzTarget("dump", 800,
    "{\"$dump\":\"TypedMigrations\",\"version\":1,\"store\":\"LiteDB\",\"settings\":{}}\n", "{\"$table\":\"things\",\"documents\":1,\"indexes\":[]}\n", "{\"$end\":true,\"tables\":1,\"documents\":1}\n", "{\"_id\":1}\n",
    "{\"$numberLong\":\"1\"}", "{\"$numberDouble\":\"NaN\"}", "{\"$numberDecimal\":\"1.0\"}", "{\"$date\":\"2024-01-01T00:00:00.000Z\"}", "{\"$uuid\":\"00000000-0000-0000-0000-000000000001\"}",
    "{\"$oid\":\"0123456789abcdef01234567\"}", "{\"$binary\":{\"base64\":\"AQI=\",\"subType\":\"00\"}}", "{\"$minKey\":1}", "{\"$maxKey\":1}", "{\"$document\":{\"$oid\":1}}",
    "\"COLLATION\":\"en-US/None\"", "\"LIMIT_SIZE\":\"1\"", "\"UTC_DATE\":\"True\"", "\"TIMEOUT\":\"0\"", "\"CHECKPOINT\":\"0\"", "\"USER_VERSION\":\"1\"", "\"journal\":true", "$.a[*].b", "LOWER($.a)", "((((((((", "_migrations", "$file_json")
{
    public override IEnumerable<byte[]> Seeds()
    {
        var whole = Dump(Filled());
        yield return whole;
        // With its hash, whatever is changed is noticed in the end: without it, more is loaded.
        yield return Bytes(Without("sha256", Encoding.UTF8.GetString(whole)));
        yield return Bytes("{\"$dump\":\"TypedMigrations\",\"version\":1,\"store\":\"LiteDB\",\"settings\":{}}\n{\"$table\":\"t\",\"documents\":1,\"indexes\":[{\"name\":\"i\",\"on\":\"$.a\",\"unique\":true}]}\n{\"_id\":1,\"a\":[{\"b\":2}]}\n{\"$end\":true,\"tables\":1,\"documents\":1}\n");
    }

    public override void Run(byte[] input)
    {
        var loaded = Load(input);
        var again = Load(Dump(loaded));
        using var one = new LiteDbStore(loaded);
        using var other = new LiteDbStore(again);
        Require(new DatabaseMaintenance(one).CompareAsync(other).GetAwaiter().GetResult().IsEqual, "What was loaded, dumped and loaded again is something else.");
    }

    private static MemoryStream Load(byte[] dump)
    {
        var database = new MemoryStream();
        using var store = new LiteDbStore(database);
        try
        {
            new DatabaseMaintenance(store).LoadAsync(new MemoryStream(dump)).GetAwaiter().GetResult();
        }
        catch when (database.Length > 0)
        {
            throw new BrokenPropertyException("The load failed, and something was made.");
        }

        return database;
    }

    private static byte[] Dump(MemoryStream database)
    {
        using var store = new LiteDbStore(database);
        var dump = new MemoryStream();
        new DatabaseMaintenance(store).DumpAsync(dump).GetAwaiter().GetResult();
        return dump.ToArray();
    }

    private static MemoryStream Filled()
    {
        var stream = new MemoryStream();
        using var database = new LiteDatabase(stream, new BsonMapper());
        database.UserVersion = 3;
        var things = database.GetCollection("things");
        things.Insert(new BsonDocument { ["_id"] = 1, ["text"] = "a", ["long"] = 5L, ["at"] = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), ["list"] = new BsonArray { 1, "b", BsonValue.Null } });
        things.Insert(new BsonDocument { ["_id"] = 2, ["text"] = "b", ["double"] = 1.5, ["decimal"] = 1.50m, ["guid"] = Guid.Empty, ["bytes"] = new byte[] { 1, 2 }, ["inner"] = new BsonDocument { ["$oid"] = 1 } });
        things.EnsureIndex("text", "$.text", unique: true);
        database.GetCollection("others").Insert(new BsonDocument { ["_id"] = "k", ["x"] = BsonValue.MaxValue });
        return stream;
    }

    private static string Without(string member, string dump)
    {
        var start = dump.IndexOf($",\"{member}\"", StringComparison.Ordinal);
        return dump[..start] + dump[dump.IndexOf('}', start)..];
    }
}
