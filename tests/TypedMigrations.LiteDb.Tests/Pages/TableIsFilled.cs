using LiteDB;
using TypedMigrations.LiteDb.Copying;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>An empty table is filled page by page.</summary>
public sealed class TableIsFilled : PagesTest
{
    private static readonly Func<int, BsonValue>[] Kinds =
    [
        i => i, i => (long)i * int.MaxValue, i => new ObjectId(i, 1, 2, 3), i => new Guid(i, 1, 2, new byte[8]), i => $"Key {i:D8} é 日本", i => new string('k', 240) + i.ToString("D8", null),
    ];

    [Test]
    public void AndTheFileIsAsLiteDbLeavesIt([Range(0, 5)] int kind, [Values(0, 999, 1_000, 3_000)] int count, [Values(null, "secret")] string? password)
    {
        Begin(seed: count + kind, password);
        MakeEmptyPages();
        DocumentCounts.MakeEmpty(File.Engine, Table);

        Assert.That(Fill(Enumerable.Range(0, count).Select(Kinds[kind])), Is.EqualTo(count));

        Check();
        UseLiteDb(100, () => Kinds[kind](Random.Next(5_000)));
        Check();
    }

    [Test]
    public void AndSomeKeysAreNotInOrder([Values(1_001, 1_500, 2_999)] int from)
    {
        Begin(from, password: null);
        DocumentCounts.MakeEmpty(File.Engine, Table);

        Fill(Enumerable.Range(0, 3_000).Select(i => new BsonValue(i < from ? i + 10_000 : i)));

        Check();
    }

    [Test]
    public void AndSomeKeysAreOfASeldomType()
    {
        Begin(seed: 1, password: null);
        DocumentCounts.MakeEmpty(File.Engine, Table);

        Assert.That(Fill(Enumerable.Range(0, 3_000).Select(i => i < 2_000 ? new BsonValue(i) : new BsonValue(i + 0.5m))), Is.EqualTo(3_000));

        File.Close();
        Assert.That(TableReader.Count(File.Engine, Table), Is.EqualTo(3_000));
    }

    [Test]
    public void AndAKeyIsThereTwice([Values("b", "B")] string again)
    {
        Begin(seed: 1, password: null);
        DocumentCounts.MakeEmpty(File.Engine, Table);

        var refused = Assert.Throws<MigrationException>(() => Fill(Enumerable.Range(0, 2_000).Select(i => new BsonValue("a" + i.ToString("D4", null))).Append(new BsonValue("b")).Append(new BsonValue(again))));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.KeyTaken));
    }

    [Test]
    public void AndItComesInPortions()
    {
        Begin(seed: 1, password: null);
        DocumentCounts.MakeEmpty(File.Engine, Table);
        using (var inserting = new BulkInsert(File, Table, expected: null, "a test"))
        {
            foreach (var portion in Enumerable.Range(0, 6_000).Chunk(2_000))
                Assert.That(inserting.Insert(portion.Select(i => Made(i))), Is.EqualTo(2_000));
            inserting.Finish();
        }

        Check();
    }

    [Test]
    public void AndItHasAnotherIndex()
    {
        Begin(seed: 1, password: null);
        DocumentCounts.MakeEmpty(File.Engine, Table);
        File.Engine.EnsureIndex(Table, "by_number", BsonExpression.Create("$.number"), unique: false);

        Assert.That(Fill(Enumerable.Range(0, 2_000).Select(i => new BsonValue(i))), Is.EqualTo(2_000));

        Check();
    }

    [Test]
    public void AndItIsNotEmpty()
    {
        Begin(seed: 1, password: null);
        File.Engine.Insert(Table, [Made(100_000)], BsonAutoId.ObjectId);

        Assert.That(Fill(Enumerable.Range(0, 2_000).Select(i => new BsonValue(i))), Is.EqualTo(2_000));

        Check();
    }

    [Test]
    public void AndTheFileMayNotGrow()
    {
        Begin(seed: 1, password: null);
        DocumentCounts.MakeEmpty(File.Engine, Table);
        File.Engine.Pragma("LIMIT_SIZE", 1_000_000);

        Assert.That(() => Fill(Enumerable.Range(0, 50_000).Select(i => new BsonValue(i))), Throws.InstanceOf<LiteException>().With.Message.Contains("Maximum data file size"));
    }

    /// <summary>Pages that an earlier table left are used again.</summary>
    private void MakeEmptyPages()
    {
        for (var i = 0; i < 50; i++)
            File.Engine.Insert("gone", [Document(i)], BsonAutoId.ObjectId);
        File.Engine.DropCollection("gone");
    }

    private int Fill(IEnumerable<BsonValue> keys)
    {
        using var inserting = new BulkInsert(File, Table, expected: null, "a test");
        var inserted = inserting.Insert(keys.Select(Made));
        inserting.Finish();
        return inserted;
    }

    private BsonDocument Made(BsonValue key)
    {
        var document = Document(key);
        Expect(document);
        return document;
    }
}
