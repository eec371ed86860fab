using LiteDB;
using TypedMigrations.LiteDb.Copying;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>The documents of a table are counted by their keys, in portions of 200,000.</summary>
public sealed class TableIsCounted : PagesTest
{
    [TestCase(0), TestCase(199_999), TestCase(200_000), TestCase(200_001), TestCase(400_000)]
    public void InPortions(int documents)
    {
        Begin(seed: 1, password: null);
        DocumentCounts.MakeEmpty(File.Engine, Table);
        using (var inserting = new BulkInsert(File, Table, documents, source: "a test"))
        {
            inserting.Insert(Enumerable.Range(0, documents).Select(i => new BsonDocument { ["_id"] = i % 2 == 0 ? i : new BsonValue((long)i) }));
            inserting.Finish();
        }

        Assert.That(TableReader.Count(File, Table), Is.EqualTo(documents));
        Assert.That(TableReader.Count(File, "none"), Is.Zero);
    }
}
