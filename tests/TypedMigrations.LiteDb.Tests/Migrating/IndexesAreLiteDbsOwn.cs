using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Expressions;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class IndexesAreLiteDbsOwn : LiteDbTest
{
    [Test]
    public async Task AndAreMadeChangedAndUsed()
    {
        await Run(module: new ExpressionsModule(), with: options => options.StepLimit = 1);
        using (var before = OpenWithLiteDb())
        {
            Assert.That(Indexes(before), Is.EquivalentTo(new[] { "idx_name LOWER($.name) False", "idx_tags $.tags[*] False", "idx_sku MAP($.lines[*]=>@.sku) False" }));
            before.GetCollection("shops").Insert([Shop(1, "Ada", "x", "p", "q"), Shop(2, "Grace", "x", "p", "r")]);
        }

        await Run(module: new ExpressionsModule());

        using var after = OpenWithLiteDb();
        var shops = after.GetCollection("shops");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Indexes(after), Is.EquivalentTo(new[] { "idx_name UPPER($.name) True", "idx_tags $.labels[*] False", "idx_sku MAP($.lines[*]=>@.sku) False", "idx_org_name [$.org,$.name] True" }));
            Assert.That(shops.Find("$.labels[*] ANY = 'r'").Select(shop => shop["_id"].AsInt32), Is.EqualTo(new[] { 2 }));
            Assert.That(shops.Find("[$.org,$.name] = ['x','Ada']").Select(shop => shop["_id"].AsInt32), Is.EqualTo(new[] { 1 }));
            Assert.Throws<LiteException>(() => shops.Insert(Shop(3, "ada", "y", "p", "q")), "the name differs by case only");
        }
    }

    [Test]
    public async Task AndNamesTheDocumentsThatShareAValue()
    {
        await Run(module: new ExpressionsModule(), with: options => options.StepLimit = 1);
        using (var before = OpenWithLiteDb())
            before.GetCollection("shops").Insert([Shop(1, "Ada", "x", "p", "q"), Shop(2, "ada", "y", "p", "r"), Shop(3, "Eve", "y", "p", "r")]);

        var refused = await RunFails(module: new ExpressionsModule());

        Assert.That(refused.Message, Does.StartWith("TM4004: The unique index idx_name on UPPER($.name) of table shops cannot be made: 2 documents share 1 value"));
        Assert.That(refused.Message, Does.Contain("share a value  _id 1, _id 2"));
    }

    private static BsonDocument Shop(int id, string name, string org, params string[] tags) => new()
    {
        ["_id"] = id, ["name"] = name, ["org"] = org, ["tags"] = new BsonArray(tags.Select(tag => new BsonValue(tag))), ["lines"] = new BsonArray(new BsonDocument { ["sku"] = $"sku {id}" }),
    };

    private static IEnumerable<string> Indexes(LiteDatabase database) => database.GetCollection("$indexes").FindAll()
        .Where(index => index["collection"] == "shops" && index["name"] != "_id")
        .Select(index => $"{index["name"].AsString} {index["expression"].AsString} {index["unique"].AsBoolean}");
}
