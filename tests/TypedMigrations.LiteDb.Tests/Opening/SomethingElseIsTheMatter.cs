using LiteDB;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.StoreContract.Modules.Additive;
using TypedMigrations.StoreContract.Modules.Additive.First;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>The last run left the database for this program, but a start must not be content with that.</summary>
public sealed class SomethingElseIsTheMatter : LiteDbTest
{
    [SetUp]
    public async Task MigrateAll() => await Run();

    [Test]
    public async Task AMigrationWasEditedSince()
    {
        Change(journal =>
        {
            // As the build before the edit left it: another fingerprint, and so another digest.
            var entry = journal.FindById("History/20240102_Cities");
            entry["fingerprint"] = "v1:" + new string('0', 64);
            journal.Update(entry);
            Note(journal, note => note[..^64] + new string('0', 64));
        });

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.EditedSinceApplied));
    }

    [Test]
    public async Task AModuleIsNew()
    {
        var (report, sessions) = await Start(new HistoryModule(), new FirstModule());

        Assert.That((report.Results.Count, sessions), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task AModuleIsGone()
    {
        await Start(new HistoryModule(), new FirstModule());

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.MissingInCode));
    }

    [Test]
    public async Task TheModuleHasMoreMigrations()
    {
        await Start(new HistoryModule(), new FirstModule());

        var (report, _) = await Start(new HistoryModule(), new WholeModule());

        Assert.That(report.Results.Single().Id.Name, Is.EqualTo("Prices"));
    }

    [Test]
    public async Task ABackupOfAnEarlierProgramWasPutBack()
    {
        await Start(new HistoryModule(), new FirstModule());
        using (var store = new LiteDbStore(Database.Connection))
        {
            var migrator = new Migrator([new HistoryModule()], store, Options());
            await migrator.RestoreAsync((await migrator.ListBackupsAsync())[0].Path);
        }

        var (report, _) = await Start(new HistoryModule(), new FirstModule());

        Assert.That(report.Results.Single().Id.Name, Is.EqualTo("Products"));
    }

    [Test]
    public async Task ADumpOfAnEarlierProgramWasLoaded()
    {
        using var dump = new MemoryStream();
        using (var store = new LiteDbStore(Database.Connection))
        {
            await new DatabaseMaintenance(store).DumpAsync(dump);
            await new DatabaseMaintenance(store, Options()).DropAsync();
            dump.Position = 0;
            await new DatabaseMaintenance(store, Options()).LoadAsync(dump);
        }

        var (report, _) = await Start(new HistoryModule(), new FirstModule());

        Assert.That(report.Results.Single().Id.Name, Is.EqualTo("Products"));
    }

    [Test]
    public async Task TheJournalWasChangedForNoProgramInParticular()
    {
        using (var store = new LiteDbStore(Database.Connection))
        using (var session = store.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None))
        using (var copy = session.Copy(new CopyOptions(IsTestDatabase: false, LooksUpStateBefore: false, BackupsToKeep: 3), CancellationToken.None))
        {
            copy.Write([], [new MigrationId(new DateTime(2024, 1, 5, 12, 0, 0, DateTimeKind.Utc), "UniqueNames", "History")], copy.Audit, program: null);
            copy.SwapIn();
        }

        Assert.That((await Run()).Results.Single().Id.Name, Is.EqualTo("UniqueNames"));
    }

    [Test]
    public async Task OnlyAPartWasApplied()
    {
        File.Delete(FilePath);
        await Run(with: options => options.StepLimit = 2);

        Assert.That((await Run()).Results, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task TheJournalIsOfANewerLibrary()
    {
        Change(journal =>
        {
            var about = journal.FindById("$database");
            about["format"] = JournalEntry.CurrentFormat + 1;
            journal.Update(about);
        });

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.JournalNewer));
    }

    [Test]
    public async Task TheTargetIsUnknown() =>
        Assert.That((await RunFails(with: options => options.Target = "Nowhere")).Code, Is.EqualTo(ErrorCode.UnknownTarget));

    [Test]
    public async Task TheStepLimitIsTooLow() =>
        Assert.That((await RunFails(with: options => options.StepLimit = 0)).Code, Is.EqualTo(ErrorCode.InvalidOption));

    [Test]
    public async Task AForeignLogLiesBesideIt()
    {
        await File.WriteAllBytesAsync(Path.Combine(Folder, "shop-log.db"), [.. Enumerable.Repeat((byte)7, 8192)]);

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.StrayLog));
    }

    [Test]
    public async Task AKilledProgramLeftItsLog()
    {
        LeaveInTheLog(LateShop());

        await using var migrated = await LiteDbMigrations.RunAsync(Database.Connection, [new HistoryModule()], Options());

        Assert.That(migrated.Report.WasUpToDate, Is.True);
        Assert.That(migrated.Database.GetCollection("shops").FindById("late")["name"].AsString, Is.EqualTo("L"));
    }

    [Test]
    public async Task ASwapWasCut()
    {
        await File.WriteAllTextAsync(FilePath + ".swap", "{");

        var (report, sessions) = await Start(new HistoryModule());

        Assert.That((report.WasUpToDate, sessions), Is.EqualTo((true, 1)));
        Assert.That(Names(), Does.Not.Contain("shop.db.swap"));
    }

    [Test]
    public async Task AKilledRunLeftItsCopy()
    {
        Directory.CreateDirectory(FilePath + ".migrating");

        var (report, _) = await Start(new HistoryModule());

        Assert.That(report.WasUpToDate, Is.True);
        Assert.That(Names(), Does.Not.Contain("shop.db.migrating"));
    }

    [Test]
    public async Task AnotherProgramHasTheFile()
    {
        using var other = OpenWithLiteDb();

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.HeldByAnother));
    }

    [Test]
    public async Task ThePasswordIsWrong() =>
        Assert.That((await RunFails(";Password=wrong")).Code, Is.EqualTo(ErrorCode.WrongPassword));

    [Test]
    public async Task TheFileIsCut()
    {
        using (var file = new FileStream(FilePath, FileMode.Open))
            file.SetLength(file.Length - 8192 - 100);

        Assert.That((await RunFails()).Code, Is.EqualTo(ErrorCode.Damaged));
    }

    [Test]
    public async Task TheFileIsShared()
    {
        var (report, sessions) = await Start(";Connection=shared", new HistoryModule());

        Assert.That((report.WasUpToDate, sessions), Is.EqualTo((true, 1)));
    }

    private Task<(MigrationReport Report, int Sessions)> Start(params MigrationModule[] modules) => Start("", modules);

    private async Task<(MigrationReport Report, int Sessions)> Start(string more, params MigrationModule[] modules)
    {
        using var store = new AskedStore(Database.Connection + more);
        return (await new Migrator(modules, store, Options()).RunAsync(), store.Sessions);
    }

    private void Change(Action<ILiteCollection<BsonDocument>> change)
    {
        using var database = OpenWithLiteDb();
        change(database.GetCollection(LiteDbJournal.Journal));
    }

    private static void Note(ILiteCollection<BsonDocument> journal, Func<string, string> change)
    {
        var about = journal.FindById("$database");
        about["program"] = change(about["program"].AsString);
        journal.Update(about);
    }
}
