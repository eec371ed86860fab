using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class AnotherProgramHasTheFile : LiteDbTest
{
    [Test]
    public async Task OpenWithLiteDb() => await AssertRefused(() => OpenWithLiteDb(""));

    [Test]
    public async Task OpenForReadingAlone() => await AssertRefused(() => new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.Read));

    [Test]
    public async Task AndGivesItBack()
    {
        using (var database = OpenWithLiteDb(""))
        {
            database.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "a", ["name"] = "A" });
            await RunFails();
        }

        await Run(with: options => options.AdoptAt["*"] = "20240101");

        using var migrated = OpenWithLiteDb("");
        Assert.That(migrated.GetCollection("shops").FindAll().Single()["rating"].AsInt32, Is.EqualTo(5));
    }

    private async Task AssertRefused(Func<IDisposable> open)
    {
        using (var database = OpenWithLiteDb(""))
            database.GetCollection("shops").Insert(new BsonDocument { ["_id"] = "a", ["name"] = "A" });
        var bytes = await File.ReadAllBytesAsync(FilePath);

        MigrationException refused;
        using (open())
            refused = await RunFails(with: options => options.AdoptAt["*"] = "20240101");

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.HeldByAnother), refused.Message);
        Assert.That(refused.Message, Does.Contain($"process {Environment.ProcessId} (this process)"));
        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
    }
}
