using LiteDB;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.StoreContract;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class BackupIsMade : MaintenanceTest
{
    private string Elsewhere => Path.Combine(Folder, "elsewhere.db");

    [Test]
    public async Task AtAPathOfItsOwn([Values("", ";Password=secret", ";Connection=shared")] string more)
    {
        await Run(more);
        var bytes = await File.ReadAllBytesAsync(FilePath);

        var report = await Maintain(maintenance => maintenance.BackupAsync(Elsewhere), more);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Backup.Path, Is.EqualTo(Elsewhere));
            Assert.That(await File.ReadAllBytesAsync(Elsewhere), Is.EqualTo(bytes));
            Assert.That(await File.ReadAllBytesAsync(FilePath), Is.EqualTo(bytes));
            Assert.That(Names(), Is.EquivalentTo(new[] { "shop.db", "shop.db.lock", "elsewhere.db" }));
        }
    }

    [Test]
    public async Task WithWhatTheLogStillHeld()
    {
        await Run();
        LeaveInTheLog(LateShop());
        await Maintain(maintenance => maintenance.BackupAsync(Elsewhere));

        using var backup = new LiteDatabase($"Filename={Elsewhere}", new BsonMapper());
        Assert.That(backup.GetCollection("shops").FindById("late")["name"].AsString, Is.EqualTo("L"));
    }

    [Test, Platform("Linux"), System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task ForThoseAloneWhoMayReadTheDatabase()
    {
        await Run();
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(FilePath, mode);

        await Maintain(maintenance => maintenance.BackupAsync(Elsewhere));

        Assert.That(File.GetUnixFileMode(Elsewhere), Is.EqualTo(mode));
    }

    [Test]
    public async Task LaterThanEveryOtherEvenWhereTheClockWasSetBack()
    {
        await Run();
        var folder = Directory.CreateDirectory(FilePath + ".backups").FullName;
        var future = Path.Combine(folder, "29991231T235959000Z.db");
        File.Copy(FilePath, future);

        var report = await Maintain(maintenance => maintenance.BackupAsync());

        Assert.That(report.Backup.Path, Is.EqualTo(Path.Combine(folder, "29991231T235959001Z.db")));
    }

    [Test]
    public async Task ButNotOverAFile()
    {
        await Run();
        await File.WriteAllTextAsync(Elsewhere, "mine");

        var refused = await Refused(maintenance => maintenance.BackupAsync(Elsewhere));

        Assert.That(refused.Message, Is.EqualTo($"""
            TM3303: The backup elsewhere.db could not be made.
              backup    {Elsewhere}
              reason    there is a file already
              database  shop.db was not changed.
            Name a file that does not exist yet, in a folder that can be written.
            """));
        Assert.That(await File.ReadAllTextAsync(Elsewhere), Is.EqualTo("mine"));
    }

    [Test]
    public async Task ButNotOverTheDatabase()
    {
        await Run();

        Assert.That((await Refused(maintenance => maintenance.BackupAsync(FilePath))).Code, Is.EqualTo(ErrorCode.BackupNotMade));
    }

    [Test]
    public async Task ButNotWhereItCannotBe()
    {
        await Run();
        await File.WriteAllTextAsync(DatabaseFile.LogOf(Elsewhere), "a log");
        string[] paths = [Folder, Path.Combine(Folder, "missing", "shop.db"), Elsewhere];

        var reasons = new List<string>();
        foreach (var path in paths)
            reasons.Add((await Refused(maintenance => maintenance.BackupAsync(path))).Problems[0].Facts.Single(fact => fact.Label == "reason").Value);

        Assert.That(reasons, Is.EqualTo(new[] { "it is a folder", "its folder does not exist", "elsewhere-log.db lies beside it, which LiteDB would play into it" }));
        Assert.That(Names(), Is.EquivalentTo(new[] { "shop.db", "shop.db.lock", "elsewhere-log.db" }));
    }

    [Test]
    public async Task ButNotWhileTheApplicationHasTheDatabase()
    {
        using var store = new LiteDbStore($"Filename={FilePath}");
        await new Migrator([new StoreContract.Modules.History.HistoryModule()], store, Options()).RunAsync();
        Assert.That(store.Application.GetCollection("shops").Count(), Is.Zero);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new DatabaseMaintenance(store, Options()).BackupAsync());

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.HeldByAnother));
    }

    [Test]
    public async Task ButNotOfADatabaseInMemory()
    {
        using var store = new LiteDbStore("Filename=:memory:");
        var maintenance = new DatabaseMaintenance(store, Options());
        await maintenance.CreateAsync();

        var refused = await Assert.ThrowsAsync<MigrationException>(() => maintenance.BackupAsync());

        Assert.That(refused!.Message, Is.EqualTo("""
            TM3305: :memory: has no file, and so cannot be backed up.
              database  :memory: was not changed.
            Name a database in a file: Filename=app.db
            """));
        Assert.That((await maintenance.ReadContentsAsync()).State.Exists, Is.True);
    }

    [Test]
    public async Task OfALargeTableAndHowFarItIsIsTold()
    {
        using (var database = OpenWithLiteDb())
            database.GetCollection("items").Insert(Enumerable.Range(0, 25_000).Select(i => new BsonDocument { ["_id"] = i, ["text"] = new string('x', 800) }));
        using var store = new LiteDbStore($"Filename={FilePath}");
        var observer = new RecordingObserver();

        var report = await new DatabaseMaintenance(store, Options(), observer: observer).BackupAsync();

        var copying = observer.Events.OfType<MigrationEvent.Copying>().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(copying, Has.Count.GreaterThan(1));
            Assert.That(copying[0].Bytes, Is.EqualTo(16 * 1024 * 1024));
            Assert.That(copying[^1], Is.EqualTo(new MigrationEvent.Copying("shop.db", report.Backup.Bytes, report.Backup.Bytes)));
            Assert.That(observer.Events.OfType<MigrationEvent.Verifying>().Select(told => (told.Documents, told.Total)), Is.EqualTo(new (long, long?)[] { (10_000, 25_000), (20_000, 25_000), (25_000, 25_000) }));
        }
    }
}
