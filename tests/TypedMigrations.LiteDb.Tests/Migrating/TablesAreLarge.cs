using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Big;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.StoreContract;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class TablesAreLarge : LiteDbTest
{
    private const int Many = 60_000;

    [Test]
    public async Task AndEveryDocumentIsMigratedInSeveralBatches([Values("", ";Password=secret")] string more)
    {
        Make(Many, more, i =>
        {
            var document = new BsonDocument { ["_id"] = i, ["unknown"] = new BsonDocument { ["n"] = i } };
            if (i % 3 != 0)
                document["old_name"] = i % 3 == 1 ? "name " + i : BsonValue.Null;
            if (i % 5 != 0)
                document["number"] = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return document;
        });
        var observer = new RecordingObserver();

        var report = await Run(more, new BigModule(), options => options.AdoptAt["*"] = "20240101", observer);

        Assert.That(observer.Events.OfType<MigrationEvent.Progress>().Count(progress => progress.Table == "items"), Is.GreaterThan(4), "batches of the transformation and of the insert");
        Assert.That(report.Results.Single().Tables, Does.Contain(new Storing.TableCount("copies", 0, Many / 2)));
        using var migrated = OpenWithLiteDb(more);
        AssertItems(migrated);
        AssertCopies(migrated);
    }

    [Test]
    public async Task AndADocumentOfFiveMegabytesIsOneOfABatch()
    {
        Make(12, "", i => new BsonDocument { ["_id"] = i, ["old_name"] = "name " + i, ["data"] = DataOf(i, 5_000_000) });

        await Run(module: new BigModule(), with: options => options.AdoptAt["*"] = "20240101");

        using var migrated = OpenWithLiteDb();
        foreach (var item in migrated.GetCollection("items").FindAll())
        {
            Assert.That(item["new_name"].AsString, Is.EqualTo("name " + item["_id"].AsInt32));
            Assert.That(item["data"].AsBinary.AsSpan().SequenceEqual(DataOf(item["_id"].AsInt32, 5_000_000)), Is.True);
        }

        Assert.That(migrated.GetCollection("items").Count(), Is.EqualTo(12));
    }

    /// <summary>They are read while the pages in which they end are written.</summary>
    [Test]
    public async Task AndDocumentsEndInPagesOfOthers([Values("", ";Password=secret")] string more)
    {
        Make(6_000, more, i => new BsonDocument { ["_id"] = i, ["old_name"] = "name " + i, ["data"] = DataOf(i, i % 4 == 0 ? 9_000 : 200) });

        await Run(more, new BigModule(), options => options.AdoptAt["*"] = "20240101");

        using var migrated = OpenWithLiteDb(more);
        var items = migrated.GetCollection("items").FindAll().ToList();
        Assert.That(items, Has.Count.EqualTo(6_000));
        foreach (var item in items)
        {
            Assert.That(item["new_name"].AsString, Is.EqualTo("name " + item["_id"].AsInt32));
            Assert.That(item["data"].AsBinary.AsSpan().SequenceEqual(DataOf(item["_id"].AsInt32, item["_id"].AsInt32 % 4 == 0 ? 9_000 : 200)), Is.True);
        }
    }

    [Test]
    public async Task AndCancelledInTheMiddleOfATable()
    {
        Make(Many, "", i => new BsonDocument { ["_id"] = i });
        var bytes = await File.ReadAllBytesAsync(FilePath);
        using var cancellation = new CancellationTokenSource();
        var observer = new RecordingObserver(happened =>
        {
            if (happened is MigrationEvent.Progress)
                cancellation.Cancel();
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => LiteDbMigrations.RunAsync(
            Database.Connection, [new BigModule()], Options(options => options.AdoptAt["*"] = "20240101"), observer, cancellation.Token));

        Assert.That(observer.Events.OfType<MigrationEvent.Progress>().Single().Documents, Is.LessThan(Many));
        Assert.That((await File.ReadAllBytesAsync(FilePath)).AsSpan().SequenceEqual(bytes), Is.True);
        Assert.That(Names(), Is.EquivalentTo(new[] { "shop.db", "shop.db.lock", "shop.db.audit" }));
    }

    private void Make(int count, string more, Func<int, BsonDocument> document)
    {
        using var database = OpenWithLiteDb(more);
        foreach (var batch in Enumerable.Range(0, count).Chunk(5_000))
            database.GetCollection("items").Insert(batch.Select(document));
    }

    private static byte[] DataOf(int seed, int length)
    {
        var data = new byte[length];
        new Random(seed).NextBytes(data);
        return data;
    }

    private static void AssertItems(LiteDatabase migrated)
    {
        var expected = 0;
        foreach (var item in migrated.GetCollection("items").FindAll())
        {
            var wanted = new BsonDocument { ["_id"] = expected, ["unknown"] = new BsonDocument { ["n"] = expected }, ["label"] = "label " + expected };
            if (expected % 3 != 0)
                wanted["new_name"] = expected % 3 == 1 ? "name " + expected : BsonValue.Null;
            if (expected % 5 != 0)
                wanted["number"] = expected * 2L;

            if (item.Count != wanted.Count || wanted.Any(field => item[field.Key].Type != field.Value.Type || item[field.Key] != field.Value))
                Assert.Fail($"{item} instead of {wanted}");
            expected++;
        }

        Assert.That(expected, Is.EqualTo(Many));
    }

    private static void AssertCopies(LiteDatabase migrated)
    {
        var copies = migrated.GetCollection("copies").FindAll().ToList();

        Assert.That(copies, Has.Count.EqualTo(Many / 2));
        Assert.That(copies.All(copy => copy["_id"].AsString == "copy " + copy["item_id"].AsInt32 && copy["item_id"].AsInt32 % 2 == 0), Is.True);
        Assert.That(migrated.GetCollection("copies").FindOne("item_id = 58000")["_id"].AsString, Is.EqualTo("copy 58000"));
    }
}
