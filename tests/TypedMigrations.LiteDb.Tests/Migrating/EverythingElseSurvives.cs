using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class EverythingElseSurvives : LiteDbTest
{
    [Test]
    public async Task Pragmas([Values("", ";Password=secret")] string more)
    {
        using (var database = OpenWithLiteDb(more + ";Collation=en-US/IgnoreCase"))
        {
            database.UserVersion = 17;
            database.LimitSize = 500_000_000;
            database.CheckpointSize = 321;
            database.Timeout = TimeSpan.FromSeconds(77);
            database.UtcDate = true;
        }

        await Run(more, with: options => options.AdoptAt["*"] = "0");

        using var migrated = OpenWithLiteDb(more);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(migrated.UserVersion, Is.EqualTo(17));
            Assert.That(migrated.LimitSize, Is.EqualTo(500_000_000));
            Assert.That(migrated.CheckpointSize, Is.EqualTo(321));
            Assert.That(migrated.Timeout, Is.EqualTo(TimeSpan.FromSeconds(77)));
            Assert.That(migrated.UtcDate, Is.True);
            Assert.That(migrated.Collation.ToString(), Is.EqualTo("en-US/IgnoreCase"));
        }
    }

    [Test]
    public async Task FileStorageAndCollectionsOfOthers()
    {
        var content = new byte[300_000];
        new Random(1).NextBytes(content);
        using (var database = OpenWithLiteDb())
        {
            database.FileStorage.Upload("logo", "logo.png", new MemoryStream(content));
            database.GetCollection("others").Insert(new BsonDocument { ["_id"] = ObjectId.Empty, ["min"] = BsonValue.MinValue, ["at"] = new DateTime(2020, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc) });
            database.GetCollection("others").EnsureIndex("everything", "LOWER($.a) + $.b", unique: true);
        }

        await Run(with: options => options.AdoptAt["*"] = "0");

        using var migrated = OpenWithLiteDb();
        var read = new MemoryStream();
        migrated.FileStorage.FindById("logo").CopyTo(read);
        var other = migrated.GetCollection("others").FindAll().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.ToArray(), Is.EqualTo(content));
            Assert.That(other["min"].IsMinValue, Is.True);
            Assert.That(other["at"].AsDateTime.ToUniversalTime(), Is.EqualTo(new DateTime(2020, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc)));
            Assert.That(migrated.GetCollection("$indexes").FindOne("name = 'everything'")["unique"].AsBoolean, Is.True);
        }
    }

    [Test]
    public async Task WhatALogStillHolds()
    {
        // A program that was killed: data file and log as they were while it was open.
        Files.Shop.MakeKilled(FilePath, settled: 10, logged: 20);

        await Run(with: options => options.AdoptAt["*"] = "0");

        using var migrated = OpenWithLiteDb();
        Assert.That(migrated.GetCollection("rows").Count(), Is.EqualTo(30));
    }

    [Test]
    public async Task TheModeOfTheFile()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no mode.");
            return;
        }

        await Run(with: options => options.StepLimit = 1);
        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        await Run();

        Assert.That(File.GetUnixFileMode(FilePath), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead));
    }
}
