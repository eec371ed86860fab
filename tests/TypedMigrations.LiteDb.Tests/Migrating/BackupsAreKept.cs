using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class BackupsAreKept : LiteDbTest
{
    private string[] Backups => Directory.Exists(FilePath + ".backups") ? [.. Directory.GetFiles(FilePath + ".backups").Order(StringComparer.Ordinal)] : [];

    [Test]
    public async Task NotOfADatabaseThatWasNotThere()
    {
        var report = await Run();

        Assert.That(report.Backup, Is.Null);
        Assert.That(Backups, Is.Empty);
    }

    [Test]
    public async Task ByteForByte([Values("", ";Password=secret")] string more)
    {
        await Run(more, with: options => options.StepLimit = 1);
        var original = await File.ReadAllBytesAsync(FilePath);

        var report = await Run(more);

        Assert.That(Backups, Is.EqualTo(new[] { report.Backup }));
        Assert.That(await File.ReadAllBytesAsync(report.Backup!), Is.EqualTo(original));
    }

    [TestCase(1), TestCase(2), TestCase(3)]
    public async Task TheNewestOfThem(int keep)
    {
        var made = new List<string?>();
        for (var i = 0; i < 5; i++)
            made.Add((await Run(with: options => (options.StepLimit, options.BackupsToKeep) = (1, keep))).Backup);

        Assert.That(Backups, Is.EqualTo(made[^keep..]));
    }

    [Test]
    public async Task ThreeUnlessSaidOtherwise()
    {
        for (var i = 0; i < 5; i++)
            await Run(with: options => options.StepLimit = 1);

        Assert.That(Backups, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task NotOfAFailedRun()
    {
        await Run(with: options => options.StepLimit = 1);
        using (var database = OpenWithLiteDb())
            database.GetCollection("shops").Insert([new BsonDocument { ["_id"] = "a", ["name"] = "A" }, new BsonDocument { ["_id"] = "b", ["name"] = "A" }]);

        await RunFails();

        Assert.That(Backups, Is.Empty);
        Assert.That(Names(), Is.EquivalentTo(new[] { "shop.db", "shop.db.lock", "shop.db.audit" }));
    }
}
