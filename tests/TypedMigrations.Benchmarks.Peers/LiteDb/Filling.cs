using LiteDB;

namespace Shop;

/// <summary>Makes a database as large as a benchmark asks for, by documents of about 450 bytes that no migration knows of.</summary>
internal static class Filling
{
    private const int BatchSize = 20_000;

    public static int Fill(string path, long bytes)
    {
        var random = new Random(20260101);
        for (var next = 0; new FileInfo(path).Length < bytes;)
        {
            // LiteDB's cache never shrinks while a file is open.
            using var database = new LiteDatabase("Filename=" + path);
            var batch = (int)Math.Clamp((bytes - new FileInfo(path).Length) / 500, 1, BatchSize);
            database.GetCollection("documents").Insert(Enumerable.Range(next, batch).Select(i => DocumentOf(i, random)));
            database.Checkpoint();
            next += batch;
        }

        return 0;
    }

    private static BsonDocument DocumentOf(int id, Random random) => new()
    {
        ["_id"] = id,
        ["name"] = "document " + id,
        ["email"] = $"person{random.Next()}@example.org",
        ["amount"] = random.NextInt64(1_000_000),
        ["at"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(id),
        ["text"] = Convert.ToHexString(Bytes(random)),
    };

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[150];
        random.NextBytes(bytes);
        return bytes;
    }
}
