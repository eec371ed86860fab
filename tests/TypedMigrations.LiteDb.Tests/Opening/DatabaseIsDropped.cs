using LiteDB;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Opening;

public sealed class DatabaseIsDropped : MaintenanceTest
{
    [Test]
    public async Task AndOnlyTheLockFileStays([Values("", ";Password=secret", ";Connection=shared")] string more)
    {
        await Run(more, with: options => options.StepLimit = 2);
        await Run(more);

        var report = await Maintain(maintenance => maintenance.DropAsync(withBackups: true), more);

        Assert.That(Names(), Is.EqualTo(new[] { "shop.db.lock" }));
        Assert.That(report.Plan.Parts.Select(part => part.Kind), Is.EqualTo(new[] { DatabasePartKind.Data, DatabasePartKind.Backup, DatabasePartKind.Lock }));
    }

    [Test]
    public async Task WithTheLogOfAKilledProcessAndTheNextOneIsNew()
    {
        await Run();
        LeaveInTheLog(LateShop());
        await Maintain(maintenance => maintenance.DropAsync());
        var report = await Run();

        Assert.That(report.Results, Has.Count.EqualTo(5));
        using var again = OpenWithLiteDb();
        Assert.That(again.GetCollection("shops").Count(), Is.Zero);
    }

    [Test]
    public async Task AndADropThatWasCutAfterItsRenameIsFinishedByTheNextOne()
    {
        await Run();
        Directory.CreateDirectory(FilePath + ".migrating");
        File.Move(FilePath, Path.Combine(FilePath + ".migrating", "dropped.db"));
        await File.WriteAllTextAsync(FilePath + ".audit", "");

        await Maintain(maintenance => maintenance.DropAsync());

        Assert.That(Names(), Is.EqualTo(new[] { "shop.db.lock" }));
    }

    [Test]
    public async Task AndWhatIsNoBackupStays()
    {
        await Run(with: options => options.StepLimit = 2);
        await Run();
        await File.WriteAllTextAsync(Path.Combine(FilePath + ".backups", "notes.txt"), "mine");

        var report = await Maintain(maintenance => maintenance.DropAsync(withBackups: true));

        Assert.That(report.Warnings, Is.EqualTo(new[] { $"{FilePath}.backups stays: it holds notes.txt, which is no backup." }));
        Assert.That(Directory.GetFiles(FilePath + ".backups").Select(Path.GetFileName), Is.EqualTo(new[] { "notes.txt" }));
    }

    [Test]
    public async Task ButNotWhileTheApplicationHasIt()
    {
        using var store = new LiteDbStore($"Filename={FilePath}");
        await new Migrator([new HistoryModule()], store, Options()).RunAsync();
        Assert.That(store.Application.GetCollection("shops").Count(), Is.Zero);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new DatabaseMaintenance(store, Options()).DropAsync());

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.HeldByAnother));
        Assert.That(store.Application.GetCollection("shops").Count(), Is.Zero);
    }

    [Test]
    public async Task ButNotWhileAnotherProgramHasTheFile()
    {
        await Run();
        using var other = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.Read);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Maintain(maintenance => maintenance.DropAsync()));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.HeldByAnother));
    }

    [Test]
    public async Task ButNotWhereTheWorkFolderCannotBeMade()
    {
        await Run();
        await File.WriteAllTextAsync(FilePath + ".migrating", "a file in its place");

        var refused = await Refused(maintenance => maintenance.DropAsync());

        Assert.That(refused.Message, Does.Match($"""
            ^TM3304: shop\.db could not be removed\.
              file      .*shop\.db
              reason    .*shop\.db\.migrating.*
              database  shop\.db was not changed\.
            Remove the reason, then drop it again\.$
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task AndTheApplicationOfTheSameStoreIsNotLetIn()
    {
        using var store = new LiteDbStore($"Filename={FilePath}");
        await new Migrator([new HistoryModule()], store, Options()).RunAsync();

        await new DatabaseMaintenance(store, Options()).DropAsync();

        var refused = Assert.Throws<MigrationException>(() => store.Application.GetCollectionNames());
        Assert.That(refused.Code, Is.EqualTo(ErrorCode.UsedTooEarly));
        Assert.That(File.Exists(FilePath), Is.False);
    }

    [Test]
    public async Task ButNotOneInMemory()
    {
        using var store = new LiteDbStore("Filename=:memory:");
        var maintenance = new DatabaseMaintenance(store, Options());
        await maintenance.CreateAsync();

        var refused = await Assert.ThrowsAsync<MigrationException>(() => maintenance.DropAsync());

        Assert.That(refused!.Message, Does.StartWith("TM3305: :memory: has no file, and so cannot be dropped."));
    }
}
