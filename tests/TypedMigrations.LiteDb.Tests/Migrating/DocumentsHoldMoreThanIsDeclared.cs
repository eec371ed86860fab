using LiteDB;
using TypedMigrations.LiteDb.Tests.Documents;
using TypedMigrations.LiteDb.Tests.Modules.Undeclared;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

/// <summary>
/// Random documents through read, change and write. TYPEDMIGRATIONS_RANDOM_DOCUMENTS says how many, 20,000 by default:
/// a million take minutes.
/// </summary>
public sealed class DocumentsHoldMoreThanIsDeclared : LiteDbTest
{
    private const int Batch = 20_000;

    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("TYPEDMIGRATIONS_RANDOM_DOCUMENTS"), out var count) ? count : 20_000;

    [Test]
    public async Task AndAllOfItIsKeptAtEveryDepth()
    {
        foreach (var keys in Enumerable.Range(0, Count).Chunk(Batch))
        {
            using var database = OpenWithLiteDb();
            database.GetCollection("items").Insert(keys.Select(key => RandomDocument.Of(key, size => size)));
        }

        await Run(module: new UndeclaredModule(), with: options => options.AdoptAt["*"] = "20240101");

        var (compared, changed) = (0, 0);
        foreach (var keys in Enumerable.Range(0, Count).Chunk(Batch))
        {
            // A new engine for each batch: its cache keeps every page that it read.
            using var database = OpenWithLiteDb();
            database.UtcDate = true;
            foreach (var document in database.GetCollection("items").Find(Query.Between("_id", keys[0], keys[^1])))
                AssertKept(document, compared++, ref changed);
        }

        Assert.That(compared, Is.EqualTo(Count));
        Assert.That(changed, Is.GreaterThan(Count / 4), "Too few documents had the field that changes.");
    }

    private static void AssertKept(BsonDocument document, int key, ref int changed)
    {
        var isChanged = false;
        var expected = RandomDocument.Of(key, size =>
        {
            isChanged = true;
            return new BsonValue(size * 1.50m);
        });
        if (!Values.Same(document, expected))
            Assert.Fail($"{document}\ninstead of\n{expected}");
        changed += isChanged ? 1 : 0;
    }
}
