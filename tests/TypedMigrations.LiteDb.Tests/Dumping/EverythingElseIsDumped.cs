using LiteDB;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Dumping;

public sealed class EverythingElseIsDumped : LiteDbTest
{
    private string LoadedPath => Path.Combine(Folder, "loaded.db");

    [Test]
    public async Task PragmasAndCollation([Values("", ";Password=secret")] string more)
    {
        using (var database = OpenWithLiteDb(more + ";Collation=en-US/None"))
        {
            database.UserVersion = 17;
            database.LimitSize = 500_000_000;
            database.CheckpointSize = 321;
            database.Timeout = TimeSpan.FromSeconds(77);
            database.UtcDate = true;
        }

        await DumpAndLoad(more);

        using var loaded = new LiteDatabase($"Filename={LoadedPath}{more}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(loaded.UserVersion, Is.EqualTo(17));
            Assert.That(loaded.LimitSize, Is.EqualTo(500_000_000));
            Assert.That(loaded.CheckpointSize, Is.EqualTo(321));
            Assert.That(loaded.Timeout, Is.EqualTo(TimeSpan.FromSeconds(77)));
            Assert.That(loaded.UtcDate, Is.True);
            Assert.That(loaded.Collation.ToString(), Is.EqualTo("en-US/None"));
        }
    }

    [Test]
    public async Task FileStorageEmptyTablesAndIndexesOfEveryKind()
    {
        var content = new byte[30_000_000];
        new Random(1).NextBytes(content);
        using (var database = OpenWithLiteDb())
        {
            database.FileStorage.Upload("logo", "logo.png", new MemoryStream(content));
            database.GetCollection("empty").EnsureIndex("none", "$.a", unique: true);
            database.GetCollection("others").Insert(new BsonDocument { ["_id"] = 1, ["tags"] = new BsonArray("a", "b") });
            database.GetCollection("others").EnsureIndex("tags", "$.tags[*]");
            database.GetCollection("others").EnsureIndex("everything", "LOWER($.a) + $.b", unique: true);
        }

        await DumpAndLoad();

        using var loaded = new LiteDatabase(LoadedPath);
        var read = new MemoryStream();
        loaded.FileStorage.FindById("logo").CopyTo(read);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.ToArray().AsSpan().SequenceEqual(content), Is.True);
            Assert.That(loaded.GetCollectionNames(), Has.Member("empty"));
            Assert.That(Indexes(loaded), Is.EqualTo(new[] { "empty none $.a True", "others everything LOWER($.a)+$.b True", "others tags $.tags[*] False" }));
        }
    }

    [Test]
    public async Task WhatALogStillHoldsWhereNothingSettlesIt([Values("", ";Password=secret")] string more)
    {
        // Under another name, and then copied: LiteDB may hold its log for a moment after it was closed.
        var other = Path.Combine(Folder, "other.db");
        using (var database = new LiteDatabase($"Filename={other}{more}", new BsonMapper()))
        {
            database.CheckpointSize = 0;
            database.GetCollection("things").Insert(Enumerable.Range(0, 500).Select(i => new BsonDocument { ["_id"] = i, ["at"] = DateTime.UnixEpoch.AddDays(i) }));
        }

        var log = Path.Combine(Folder, "shop-log.db");
        File.Copy(other, FilePath);
        File.Copy(Path.Combine(Folder, "other-log.db"), log);
        var before = (await File.ReadAllBytesAsync(FilePath), await File.ReadAllBytesAsync(log));
        Assert.That(before.Item2, Has.Length.GreaterThan(8192));

        await DumpAndLoad(more);

        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(before.Item1));
        Assert.That(await File.ReadAllBytesAsync(log), Is.EqualTo(before.Item2));
        using var loaded = new LiteDatabase($"Filename={LoadedPath}{more}");
        Assert.That(loaded.GetCollection("things").Count(), Is.EqualTo(500));
        Assert.That(loaded.CheckpointSize, Is.Zero);
    }

    [Test]
    public async Task ManyDocumentsInSeveralBatches([Values("", ";Password=secret")] string more)
    {
        using (var database = OpenWithLiteDb(more))
        {
            database.GetCollection("things").EnsureIndex("number", "$.n", unique: true);
            database.GetCollection("things").Insert(Enumerable.Range(0, 70_000).Select(i => new BsonDocument { ["_id"] = i, ["n"] = (long)-i, ["text"] = $"text {i}" }));
        }

        var report = await DumpAndLoad(more);

        Assert.That(report.Documents, Is.EqualTo(70_000));
        using var loaded = new LiteDatabase($"Filename={LoadedPath}{more}");
        Assert.That(loaded.GetCollection("things").FindOne("$.n = -69999")["text"].AsString, Is.EqualTo("text 69999"));
    }

    [Test]
    public async Task IntoAFileThatIsThereButEmpty()
    {
        using (var database = OpenWithLiteDb())
            database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 1 });
        using (new LiteDatabase(LoadedPath))
        {
        }

        var report = await DumpAndLoad();

        Assert.That(report.Backup, Does.Exist);
        Assert.That(report.ToString(), Does.StartWith("Loaded 1 documents into 1 tables of loaded.db in ").And.EndWith($"Backup: {report.Backup}"));
        Assert.That(Names(), Does.Not.Contain("loaded.db.migrating"));
    }

    [Test]
    public async Task AndAPasswordIsNowhereInIt()
    {
        using (var database = OpenWithLiteDb(";Password=very secret"))
            database.GetCollection("things").Insert(new BsonDocument { ["_id"] = 1 });
        using var store = new LiteDbStore($"Filename={FilePath};Password=very secret");
        var dump = new MemoryStream();

        var report = await new DatabaseMaintenance(store).DumpAsync(dump);

        Assert.That(System.Text.Encoding.UTF8.GetString(dump.ToArray()), Does.Not.Contain("very secret").And.Not.Contain(Folder));
        Assert.That(report.Bytes, Is.EqualTo(dump.Length));
        Assert.That(report.ToString(), Does.StartWith("Dumped 1 documents of 1 tables of shop.db: "));
    }

    [Test]
    public async Task ButNotWhileTheApplicationHasItOpen()
    {
        await using var migrated = await LiteDbMigrations.RunAsync($"Filename={FilePath}", [new StoreContract.Modules.History.HistoryModule()]);
        using var other = new LiteDbStore($"Filename={FilePath}");

        var failed = await Assert.ThrowsAsync<MigrationException>(() => new DatabaseMaintenance(other).DumpAsync(new MemoryStream()));

        Assert.That(failed!.Code, Is.EqualTo(ErrorCode.LockNotFree));
    }

    [Test]
    public async Task ButNotIntoADatabaseOfAnotherCollation()
    {
        using (var database = OpenWithLiteDb(";Collation=en-US/None"))
            database.UserVersion = 1;

        var failed = await Assert.ThrowsAsync<MigrationException>(() => DumpAndLoad(moreOfTheLoaded: ";Collation=en-US/IgnoreCase"));

        Assert.That(failed!.Message, Does.StartWith("TM3010: The connection string says Collation=en-US/IgnoreCase, but the dump is of a database of en-US/None.\n"));
        Assert.That(LoadedPath, Does.Not.Exist);
    }

    private async Task<LoadReport> DumpAndLoad(string more = "", string? moreOfTheLoaded = null)
    {
        using var store = new LiteDbStore($"Filename={FilePath}{more}");
        using var other = new LiteDbStore($"Filename={LoadedPath}{moreOfTheLoaded ?? more}");
        var dump = new MemoryStream();
        await new DatabaseMaintenance(store).DumpAsync(dump);
        dump.Position = 0;
        var report = await new DatabaseMaintenance(other).LoadAsync(dump);
        var comparison = await new DatabaseMaintenance(store).CompareAsync(other);
        Assert.That(comparison.IsEqual, Is.True, comparison.ToString());
        return report;
    }

    private static IEnumerable<string> Indexes(LiteDatabase database) => database.GetCollection("$indexes").FindAll()
        .Where(index => index["name"] != "_id" && !index["collection"].AsString.StartsWith('_'))
        .Select(index => $"{index["collection"].AsString} {index["name"].AsString} {index["expression"].AsString} {index["unique"].AsBoolean}").Order(StringComparer.Ordinal);
}
