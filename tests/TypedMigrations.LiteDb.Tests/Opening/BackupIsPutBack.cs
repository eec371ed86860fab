using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class BackupIsPutBack : LiteDbTest
{
    private async Task<string> MigrateInTwoRuns(string more = "")
    {
        await Run(more, with: options => options.StepLimit = 2);
        return (await Run(more)).Backup!;
    }

    private async Task<T> With<T>(string more, Func<Migrator, Task<T>> use)
    {
        using var store = new LiteDbStore($"Filename={FilePath}{more}");
        return await use(new Migrator([new HistoryModule()], store, Options()));
    }

    private Task<RestoreReport> Restore(string backup, string more = "") => With(more, migrator => migrator.RestoreAsync(backup));

    private async Task<MigrationException> Refused(string backup, string more = "")
    {
        var before = await File.ReadAllBytesAsync(FilePath);
        var refused = await Assert.ThrowsAsync<MigrationException>(() => Restore(backup, more));
        Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(before));
        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.BackupUnreadable));
        return refused;
    }

    private static string Reason(MigrationException refused) => refused.Problems[0].Facts.Single(fact => fact.Label == "reason").Value;

    [Test]
    public async Task AndStaysAsItIs([Values("", ";Password=secret", ";Connection=shared")] string more)
    {
        var backup = await MigrateInTwoRuns(more);
        var bytes = await File.ReadAllBytesAsync(backup);
        var at = File.GetLastWriteTimeUtc(backup);

        await With(more, migrator => migrator.ListBackupsAsync());
        await With(more, migrator => migrator.PlanRestoreAsync(backup));
        await Restore(backup, more);

        Assert.That(await File.ReadAllBytesAsync(backup), Is.EqualTo(bytes));
        Assert.That(File.GetLastWriteTimeUtc(backup), Is.EqualTo(at));
        Assert.That(Names(), Is.EquivalentTo(new[] { "shop.db", "shop.db.backups", "shop.db.lock" }));
    }

    [Test]
    public async Task FromAVolumeThatOnlyReads()
    {
        var backup = await MigrateInTwoRuns();
        var elsewhere = Path.Combine(Folder, "elsewhere.db");
        File.Move(backup, elsewhere);
        File.SetAttributes(elsewhere, FileAttributes.ReadOnly);

        var report = await Restore(elsewhere);

        Assert.That(report.Plan.Lost, Has.Count.EqualTo(3));
        Assert.That(File.GetAttributes(FilePath).HasFlag(FileAttributes.ReadOnly), Is.False, "the mode is that of the database");
    }

    [Test]
    public async Task WhereTheDatabaseIsMissing()
    {
        var backup = await MigrateInTwoRuns();
        File.Delete(FilePath);

        var report = await Restore(backup);

        Assert.That(report.Backup, Is.Null);
        using var database = OpenWithLiteDb();
        Assert.That(database.GetCollection(LiteDbJournal.Journal).FindAll().Select(entry => entry["id"].AsString), Does.Contain("20240102_Cities").And.Not.Contain("20240103_Empty"));
        Assert.That(database.GetCollection(LiteDbJournal.Audit).FindAll().Last()["kind"].AsString, Is.EqualTo(nameof(AuditKind.Restored)));
    }

    [Test]
    public async Task WithWhatTheLogOfTheDatabaseStillHeldInTheNewBackup()
    {
        var backup = await MigrateInTwoRuns();
        LeaveInTheLog(LateShop());
        var report = await Restore(backup);
        await Restore(report.Backup!);

        using var again = OpenWithLiteDb();
        Assert.That(again.GetCollection("shops").FindById("late")["name"].AsString, Is.EqualTo("L"));
    }

    [Test]
    public async Task ButNotWhileTheApplicationHasTheDatabase()
    {
        var backup = await MigrateInTwoRuns();
        using var store = new LiteDbStore($"Filename={FilePath}");
        var migrator = new Migrator([new HistoryModule()], store, Options());
        await migrator.RunAsync();
        Assert.That(store.Application.GetCollection("shops").Count(), Is.Zero);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => migrator.RestoreAsync(backup));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.HeldByAnother));
        Assert.That(await migrator.ListBackupsAsync(), Has.Count.EqualTo(1), "it can be asked all the same");
    }

    [Test]
    public async Task AndTheSameStoreMigratesIt()
    {
        var backup = await MigrateInTwoRuns();
        using var store = new LiteDbStore($"Filename={FilePath}");
        var migrator = new Migrator([new HistoryModule()], store, Options());

        await migrator.RunAsync();
        await migrator.RestoreAsync(backup);
        Assert.Throws<MigrationException>(() => store.Application.GetCollectionNames(), "nobody is let in before");
        var report = await migrator.RunAsync();

        Assert.That(report.Results, Has.Count.EqualTo(3));
        Assert.That(store.Application.GetCollection("shops").Count(), Is.Zero);
    }

    [Test]
    public async Task ButNotWhatIsNoDatabase()
    {
        await MigrateInTwoRuns();
        var text = Path.Combine(Folder, "notes.txt");
        await File.WriteAllTextAsync(text, "buy milk");

        Assert.That((await Refused(text)).Message, Is.EqualTo($"""
            TM3202: The backup notes.txt cannot be read.
              backup    {text}
              reason    TM3003: notes.txt is no LiteDB database.
              database  shop.db was not changed.
            Choose another backup: ListBackupsAsync names them. A password in the connection string must be the backup's, too.
            """));
        Assert.That(await File.ReadAllTextAsync(text), Is.EqualTo("buy milk"));
    }

    [Test]
    public async Task ButNotWhatIsNoPath()
    {
        await MigrateInTwoRuns();

        Assert.That((await Refused("a\0b.db")).Message, Is.EqualTo("""
            TM3202: The path of the backup has a zero character in it, as no file has.
              database  shop.db was not changed.
            Choose another backup: ListBackupsAsync names them.
            """));
    }

    [Test]
    public async Task ButNotWithAnotherPassword()
    {
        var backup = await MigrateInTwoRuns(";Password=secret");
        using var plain = new LiteDbStore($"Filename={Path.Combine(Folder, "plain.db")}");
        await new Migrator([new HistoryModule()], plain, Options(options => options.StepLimit = 1)).RunAsync();
        plain.Dispose();
        using var other = new LiteDbStore($"Filename={Path.Combine(Folder, "other.db")};Password=other");
        await new Migrator([new HistoryModule()], other, Options(options => options.StepLimit = 1)).RunAsync();
        other.Dispose();

        Assert.That(Reason(await Refused(Path.Combine(Folder, "plain.db"), ";Password=secret")), Does.StartWith("TM3004: plain.db is not encrypted"));
        Assert.That(Reason(await Refused(Path.Combine(Folder, "other.db"), ";Password=secret")), Does.StartWith("TM3004: other.db does not open with the password"));
        Assert.That((await Restore(backup, ";Password=secret")).Plan.Lost, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task ButNotWhatIsTruncated()
    {
        var backup = await MigrateInTwoRuns();
        await using (var file = new FileStream(backup, FileMode.Open))
            file.SetLength(file.Length - 8192);

        Assert.That(Reason(await Refused(backup)), Does.StartWith("TM3005: "));
    }

    [Test]
    public async Task ButNotBesideALog()
    {
        var backup = await MigrateInTwoRuns();
        var log = Path.Combine(Path.GetDirectoryName(backup)!, Path.GetFileNameWithoutExtension(backup) + "-log.db");
        await File.WriteAllBytesAsync(log, new byte[8192]);

        Assert.That(Reason(await Refused(backup)), Does.Contain("-log.db lies beside it"));
    }

    [Test]
    public async Task ButNotTheDatabaseItself()
    {
        await MigrateInTwoRuns();

        await Refused(FilePath);
    }

    [Test]
    public async Task AndOneThatCannotBeReadIsListedWithTheReason()
    {
        var backup = await MigrateInTwoRuns();
        await File.WriteAllTextAsync(backup, "no database any more");

        var listed = (await With("", migrator => migrator.ListBackupsAsync())).Single();

        Assert.That((listed.Path, listed.Head, listed.Bytes), Is.EqualTo((backup, (JournalEntry?)null, 20)));
        Assert.That(listed.Problem!.Code, Is.EqualTo(ErrorCode.BackupUnreadable));
    }
}
