using LiteDB;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Tests.Pages;

/// <summary>Changed documents are written back by the library, those that do not fit by LiteDB.</summary>
public sealed class DocumentsAreChangedInTheirPages : PagesTest
{
    [Test]
    public void AndTheFileIsAsLiteDbLeavesIt([Range(1, 12)] int seed, [Values(null, "secret")] string? password)
    {
        Begin(seed, password);
        UseLiteDb(400, () => Random.Next(10_000));
        File.Engine.EnsureIndex(Table, "by_number", BsonExpression.Create("$.number"), unique: false);
        Check();

        for (var round = 0; round < 3; round++)
        {
            var left = Change(likelihood: Random.NextDouble());
            Inserting.Update(File.Engine, Table, left);
            Check();
            UseLiteDb(60, () => Random.Next(10_000));
            Check();
        }
    }

    [Test]
    public void AndMostFit()
    {
        Begin(seed: 1, password: null);
        for (var i = 0; i < 2_000; i++)
        {
            var document = new BsonDocument { ["_id"] = i, ["text"] = new string('a', 500), ["number"] = 1 };
            File.Engine.Insert(Table, [document], BsonAutoId.ObjectId);
            Expect(document);
        }

        File.Engine.EnsureIndex(Table, "by_number", BsonExpression.Create("$.number"), unique: false);
        var left = Change(likelihood: 1, document => document["text"] = new string('b', 550));

        Assert.That(left, Is.Empty);
        Check();
    }

    [Test]
    public void AndPagesMoveToOtherLists()
    {
        Begin(seed: 1, password: null);
        // The bytes that are free in a page on both sides of each limit.
        var free = new[] { 7_344, 6_120, 4_896, 2_448 }.SelectMany(limit => new[] { limit - 1, limit, limit + 1 }).ToList();
        for (var i = 0; i < free.Count; i++)
            File.Engine.Insert(Table, [new BsonDocument { ["_id"] = i, ["text"] = new string('a', 8_000) }], BsonAutoId.ObjectId);
        var others = BsonSerializer.Serialize(new BsonDocument { ["_id"] = 0, ["text"] = "" }).Length + 6 + 4;

        var left = Change(likelihood: 1, document => document["text"] = new string('b', 8_160 - free[document["_id"].AsInt32] - others));

        Assert.That(left, Is.Empty);
        Check();
        UseLiteDb(100, () => Random.Next(1_000));
        Check();
    }

    [Test]
    public void ButNotWhereAPageCountsItsBytesWrong()
    {
        Begin(seed: 1, password: null);
        UseLiteDb(400, () => Random.Next(1_000));
        File.Close();
        var number = Enumerable.Range(1, (int)Stored.Length / LiteDbPage.Size - 1).Select(number => (uint)number).First(number => Page(number)[At.Type] == LiteDbPage.Data && Page(number)[At.Items] > 1);
        Page(number)[At.UsedBytes]++;
        var before = Page(number).ToArray();

        var left = Change(likelihood: 1, document => document["number"] = document["number"].AsInt32 + 1);

        Assert.That(Page(number).ToArray(), Is.EqualTo(before));
        Assert.That(left, Has.Count.AtLeast(before[At.Items]));
    }

    private IReadOnlyList<BsonDocument> Change(double likelihood, Action<BsonDocument>? change = null)
    {
        using var settled = File.Settle(CancellationToken.None);
        var changed = settled.Placed(Table).Where(_ => Random.NextDouble() < likelihood).ToList();
        foreach (var (document, _, _, _) in changed)
        {
            if (change is null)
                document["text"] = Document(0)["text"];
            else
                change(document);
            Expect(document);
        }

        using var pages = new PageChanges(File.WritePages());
        return [.. pages.Write(changed, settled.Collection(Table))];
    }
}
