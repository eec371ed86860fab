using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.StoreContract.Modules.Additive;
using TypedMigrations.StoreContract.Modules.Additive.First;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class JournalIsOfAnOlderLibrary : LiteDbTest
{
    [Test]
    public async Task AndItsEntriesAreNotAdditive()
    {
        await Run(module: new WholeModule());
        using (var database = OpenWithLiteDb())
        {
            var journal = database.GetCollection(LiteDbJournal.Journal);
            foreach (var entry in journal.FindAll().Where(entry => entry["id"].IsString).ToList())
            {
                entry.Remove("additive");
                journal.Update(entry);
            }
        }

        var refused = await RunFails(module: new FirstModule());

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.DatabaseNewer));
        Assert.That((await Run(module: new WholeModule())).WasUpToDate, Is.True);
    }

    [Test]
    public async Task AndAnEmptyCollectionOfItsNameIsNoJournal()
    {
        using (var database = OpenWithLiteDb())
        {
            database.GetCollection(LiteDbJournal.Journal).Insert(new BsonDocument { ["_id"] = 1 });
            database.GetCollection(LiteDbJournal.Journal).DeleteAll();
            database.GetCollection("products").Insert(new BsonDocument { ["_id"] = "a", ["name"] = "A" });
        }

        Assert.That((await RunFails(module: new FirstModule())).Code, Is.EqualTo(ErrorCode.AdoptionNeeded));
    }
}
