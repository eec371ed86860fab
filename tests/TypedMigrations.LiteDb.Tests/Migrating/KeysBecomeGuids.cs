using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Refs;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class KeysBecomeGuids : LiteDbTest
{
    [Test]
    public async Task AndEveryReferenceGetsTheOneThatItsDocumentGot([Values("", ";Password=secret")] string more)
    {
        const int many = 25_000;
        await Run(more, new RefsModule(), options => options.Target = "20240101");
        var ids = Enumerable.Range(0, many).Select(_ => ObjectId.NewObjectId()).ToArray();
        using (var database = OpenWithLiteDb(more))
        {
            database.GetCollection("authors").EnsureIndex("own", "$.motto");
            database.GetCollection("authors").Insert(ids.Select((id, i) => new BsonDocument { ["_id"] = id, ["name"] = "author " + i }));
            database.GetCollection("books").Insert(ids.Select((id, i) => new BsonDocument { ["_id"] = i, ["author_id"] = i % 2 == 0 ? id : BsonValue.Null, ["readers"] = new BsonArray(ids[(i + 1) % many], id) }));
        }

        await Run(more, new RefsModule());

        using var migrated = OpenWithLiteDb(more);
        var authors = migrated.GetCollection("authors").FindAll().ToDictionary(author => author["_id"].AsGuid, author => author["name"].AsString);
        Assert.That(authors, Has.Count.EqualTo(many));
        foreach (var book in migrated.GetCollection("books").FindAll())
        {
            var i = book["_id"].AsInt32;
            var found = (book["author_id"].IsNull ? null : authors[book["author_id"].AsGuid], authors[book["readers"][0].AsGuid], authors[book["readers"][1].AsGuid]);
            if (found != (i % 2 == 0 ? "author " + i : null, $"author {(i + 1) % many}", "author " + i))
                Assert.Fail($"Book {i} has {found}.");
        }

        Assert.That(migrated.GetCollection("$indexes").FindAll().Where(index => index["collection"] == "authors").Select(index => index["name"].AsString), Is.EquivalentTo(new[] { "_id", "own" }));
    }
}
