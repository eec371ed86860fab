using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class JournalIsOfAnotherTool : LiteDbTest
{
    [Test]
    public async Task IsRefusedAndNothingIsWritten()
    {
        using (var database = OpenWithLiteDb())
            database.GetCollection("_migrations").Insert(new BsonDocument { ["_id"] = 1, ["version"] = "0001" });
        var bytes = await File.ReadAllBytesAsync(FilePath);

        var refused = await RunFails(with: options => options.AdoptAt["*"] = "0");

        Assert.That(refused.Message, Is.EqualTo("""
            TM3003: The collection _migrations is no journal of this library.
              document  _id 1
            If another tool made it, rename it with that tool or with LiteDB. If it is the journal, put back a backup: it was changed by hand.
            """));
        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
    }
}
