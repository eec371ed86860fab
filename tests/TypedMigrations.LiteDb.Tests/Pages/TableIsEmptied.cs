using LiteDB;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>All documents are taken out of a table, and its pages given back.</summary>
public sealed class TableIsEmptied : PagesTest
{
    [Test]
    public void AndTheFileIsAsLiteDbLeavesIt([Range(1, 4)] int seed, [Values(null, "secret")] string? password)
    {
        Begin(seed, password);
        UseLiteDb(400, () => Random.Next(10_000));
        File.Engine.EnsureIndex(Table, "by_number", BsonExpression.Create("$.number"), unique: false);
        File.Engine.EnsureIndex(Table, "by_text", BsonExpression.Create("LENGTH($.text)"), unique: false);
        File.Engine.Insert("others", Enumerable.Range(0, 500).Select(i => new BsonDocument { ["_id"] = i }), BsonAutoId.Int32);
        var length = Length();

        Assert.That(Empty(), Is.True);

        Check();
        UseLiteDb(300, () => Random.Next(10_000));
        Check();
        Assert.That(Length(), Is.LessThan(2 * length), "its pages are used again");
        Assert.That(Copying.TableReader.Count(File.Engine, "others"), Is.EqualTo(500));
        Assert.That(Copying.TableReader.Indexes(File.Engine)[Table].Select(index => index.Name), Is.EquivalentTo(new[] { "by_number", "by_text" }));
    }

    [Test]
    public void AndFilledAgain()
    {
        Begin(seed: 1, password: null);
        UseLiteDb(400, () => Random.Next(10_000));
        Assert.That(Empty(), Is.True);

        using (var inserting = new Copying.BulkInsert(File, Table, expected: 2_000, "a test"))
        {
            inserting.Insert(Enumerable.Range(0, 2_000).Select(i =>
            {
                var document = Document(i);
                Expect(document);
                return document;
            }));
            inserting.Finish();
        }

        Check();
    }

    [Test]
    public void AndDropped()
    {
        Begin(seed: 1, password: null);
        UseLiteDb(400, () => Random.Next(10_000));
        Assert.That(Empty(), Is.True);

        Assert.That(File.Engine.DropCollection(Table), Is.True);

        UseLiteDb(100, () => Random.Next(10_000));
        Check();
    }

    [Test]
    public void ButIsNotThere()
    {
        Begin(seed: 1, password: null);
        UseLiteDb(10, () => Random.Next(10_000));
        using var pages = File.WritePages();

        Assert.That(TableEmptying.TryEmpty(pages, "nothing", CancellationToken.None), Is.False);
    }

    private bool Empty()
    {
        foreach (var key in Keys)
            Forget(key);
        using var pages = File.WritePages();
        return TableEmptying.TryEmpty(pages, Table, CancellationToken.None);
    }

    private long Length()
    {
        File.Close();
        return File.Data.Length;
    }
}
