using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Keys;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class KeysAreNotText : LiteDbTest
{
    [Test]
    public async Task AndAreLookedUpCarriedAndDerived()
    {
        var known = ObjectId.NewObjectId();
        await Run(module: new KeysModule(), with: options => options.StepLimit = 1);
        using (var database = OpenWithLiteDb())
        {
            database.GetCollection("orders").Insert(new BsonDocument { ["_id"] = known, ["text"] = "first" });
            database.GetCollection("lines").Insert([
                new BsonDocument { ["_id"] = 7, ["order_id"] = known },
                new BsonDocument { ["_id"] = -1, ["order_id"] = ObjectId.Empty }]);
        }

        await Run(module: new KeysModule());

        using var migrated = OpenWithLiteDb();
        var bills = migrated.GetCollection("bills").FindAll().ToDictionary(bill => bill["_id"].AsGuid);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(migrated.GetCollection("orders").FindById(known)["title"].AsString, Is.EqualTo("first"));
            Assert.That(bills[new Guid(7, 0, 0, new byte[8])]["title"].AsString, Is.EqualTo("first"));
            Assert.That(bills[new Guid(7, 0, 0, new byte[8])]["order_id"].AsObjectId, Is.EqualTo(known));
            Assert.That(bills[new Guid(-1, 0, 0, new byte[8])].ContainsKey("title"), Is.False);
        }
    }
}
