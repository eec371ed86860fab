using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.StoreContract.Modules.Uniques;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class CollationDecidesWhatIsOneValue : LiteDbTest
{
    private const string Ignoring = ";Collation=en-US/IgnoreCase";
    private const string Binary = ";Collation=en-US/Ordinal";

    [Test]
    public async Task WhereNamesAreMadeUniqueIgnoringCase()
    {
        Put(Ignoring, "orgs", "Shop", "SHOP", "shop (2)", "other");

        await Run(module: new UniquesModule(), with: options => options.AdoptAt["*"] = "20240101");

        Assert.That(NamesOf("orgs"), Is.EqualTo(new[] { "Shop", "SHOP (3)", "shop (2)", "other" }));
    }

    [Test]
    public async Task WhereNamesAreMadeUniqueByTheirBytes()
    {
        Put(Binary, "orgs", "Shop", "SHOP", "Shop", "other");

        await Run(module: new UniquesModule(), with: options => options.AdoptAt["*"] = "20240101");

        Assert.That(NamesOf("orgs"), Is.EqualTo(new[] { "Shop", "SHOP", "Shop (2)", "other" }));
    }

    [Test]
    public async Task WhereAnIndexIsMadeUniqueIgnoringCase()
    {
        Put(Ignoring, "shops", "Shop", "other", "SHOP");

        var failed = await RunFails(module: new HistoryModule(), with: options => options.AdoptAt["*"] = "20240101");

        Assert.That(failed.Code, Is.EqualTo(ErrorCode.NotUnique));
        Assert.That(failed.Problems.Single().Facts, Does.Contain(("share a value", "_id \"1\", _id \"3\"")));
    }

    [Test]
    public async Task WhereAnIndexIsMadeUniqueByItsBytes()
    {
        Put(Binary, "shops", "Shop", "other", "SHOP");

        await Run(module: new HistoryModule(), with: options => options.AdoptAt["*"] = "20240101");

        Assert.That(NamesOf("shops"), Is.EqualTo(new[] { "Shop", "other", "SHOP" }));
    }

    [Test]
    public async Task AndIsTheOneOfTheConnectionStringForANewDatabase()
    {
        await Run(Binary);

        using var database = OpenWithLiteDb();
        Assert.That(database.Collation.ToString(), Is.EqualTo("en-US/Ordinal"));
    }

    private void Put(string more, string table, params string[] names)
    {
        using var database = OpenWithLiteDb(more);
        database.GetCollection(table).Insert(names.Select((name, i) => new BsonDocument { ["_id"] = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), ["name"] = name }));
    }

    private string[] NamesOf(string table)
    {
        using var database = OpenWithLiteDb();
        return [.. database.GetCollection(table).FindAll().Select(document => document["name"].AsString)];
    }
}
