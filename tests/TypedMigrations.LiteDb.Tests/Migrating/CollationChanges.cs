using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Collations;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class CollationChanges : LiteDbTest
{
    [TestCase(""), TestCase(";Password=secret")]
    public async Task AndEverythingGoesAlong(string more)
    {
        await Run(more, new CollationsModule(), options => options.Target = "20240101");
        using (var before = OpenWithLiteDb(more))
        {
            before.GetCollection("words").Insert([new BsonDocument { ["_id"] = "a", ["text"] = "Haus" }, new BsonDocument { ["_id"] = "b", ["text"] = "haus", ["more"] = DateTime.UnixEpoch }]);
            before.GetCollection("undeclared").EnsureIndex("idx_x", "LOWER($.x)");
            before.GetCollection("undeclared").Insert(new BsonDocument { ["_id"] = ObjectId.Empty, ["x"] = new BsonArray(1, BsonValue.Null) });
            before.FileStorage.Upload("f", "f.bin", new MemoryStream([1, 2, 3]));
            before.UserVersion = 7;
            before.Pragma("TIMEOUT", 90);
        }

        var report = await Run(more, new CollationsModule(), options => options.Target = "20240102");

        using var after = OpenWithLiteDb(more);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Plan.Pending.Single().Work.Steps.Select(step => step.Words), Has.Member("change the collation to en-US/None"));
            Assert.That(after.Collation.ToString(), Is.EqualTo("en-US/None"));
            Assert.That((after.UserVersion, after.Pragma("TIMEOUT").AsInt32, after.Pragma("UTC_DATE").AsBoolean), Is.EqualTo((7, 90, false)));
            Assert.That(after.GetCollection("words").Count("text = 'haus'"), Is.EqualTo(1), "each spelling by itself");
            Assert.That(after.GetCollection("words").FindById("b")["more"].AsDateTime.ToUniversalTime(), Is.EqualTo(DateTime.UnixEpoch));
            Assert.That(after.GetCollection("undeclared").FindAll().Single()["x"].AsArray, Has.Count.EqualTo(2));
            Assert.That(after.GetCollection("$indexes").Find("collection = 'undeclared' and name = 'idx_x'").Single()["expression"].AsString, Is.EqualTo("LOWER($.x)"));
            Assert.That(after.FileStorage.FindById("f").Length, Is.EqualTo(3));
            Assert.That(after.GetCollection("_migrations").Count(), Is.GreaterThanOrEqualTo(2));
        }
    }

    [Test]
    public async Task AndKeysThatItTakesForOneAreListed()
    {
        await Run(module: new CollationsModule(), with: options => options.Target = "20240102");
        using (var before = OpenWithLiteDb())
            before.GetCollection("words").Insert([.. new[] { "a", "A", "b", "c", "C" }.Select(id => new BsonDocument { ["_id"] = id, ["text"] = id + id })]);

        var refused = await RunFails(module: new CollationsModule());

        Assert.That(refused.Message, Is.EqualTo("""
            TM4011: The step 'change the collation to de-DE/IgnoreCase' makes one key of several of table words: 2 clashes.
              migration          20240103_Loose of module Collations
              on the copy        nothing before it
              still pending      20240103_Loose
              would share a key  _id "a", _id "A"
              would share a key  _id "c", _id "C"
              database           shop.db was not changed.
            Change these keys in a migration before, or choose another collation.
            """));
    }

    [Test]
    public async Task AndValuesOfAUniqueIndexThatItTakesForOneAreListed()
    {
        await Run(module: new CollationsModule(), with: options => options.Target = "20240102");
        using (var before = OpenWithLiteDb())
            before.GetCollection("words").Insert([.. new[] { "x", "X", "y" }.Select((text, i) => new BsonDocument { ["_id"] = $"{i}", ["text"] = text })]);

        var refused = await RunFails(module: new CollationsModule());

        Assert.That(refused.Message, Does.Contain("TM4004: The unique index idx_text on $.text of table words cannot be made: 2 documents share 1 value"));
        Assert.That(refused.Message, Does.Contain("share a value  _id \"0\", _id \"1\""));
    }
}
