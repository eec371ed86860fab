using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.StoreContract.Modules.Cleaned;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class DuplicatesAreLongTexts : LiteDbTest
{
    [Test]
    public async Task AndAreRefusedBeyondWhatLiteDbCanCompare()
    {
        await Run(module: new CleanedModule(), with: options => options.Target = "20240101");
        using (var database = OpenWithLiteDb())
            database.GetCollection("mails").Insert(new BsonDocument { ["_id"] = "long", ["address"] = new string('x', 1_100) });

        var exception = await RunFails(module: new CleanedModule());

        Assert.That(exception.Code, Is.EqualTo(ErrorCode.StoreFailed));
        Assert.That(exception.Message, Does.Contain("LiteException: Index key must be less than 1023 bytes."));
    }
}
