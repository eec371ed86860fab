using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.StoreContract;

public abstract class BackupIsMade<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndTheDatabaseStaysAsItIs()
    {
        await RunTo(new HistoryModule(), "20240102");
        Put("shops", "{'_id': 'a', 'name': 'A', 'unknown': [null]}");
        var before = Database.Snapshot();

        var report = await Maintain(maintenance => maintenance.BackupAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
            Assert.That(report.Database, Is.EqualTo(Database.Name));
            Assert.That(report.Warnings, Is.Empty);
            Assert.That(report.Backup.Head!.Id, Is.EqualTo("20240102_Cities"));
            Assert.That(report.Backup.Bytes, Is.GreaterThan(0));
            Assert.That((await Backups()).Select(backup => (backup.Path, backup.MadeAt, backup.Bytes, backup.Problem)), Is.EqualTo(new[] { (report.Backup.Path, report.Backup.MadeAt, report.Backup.Bytes, (Problem?)null) }));
        }
    }

    [Test]
    public async Task AndCanBePutBack()
    {
        await RunTo(new HistoryModule(), "20240102");
        Put("shops", "{'_id': 'a', 'name': 'A'}");
        var made = await Maintain(maintenance => maintenance.BackupAsync());
        await Run(new HistoryModule());

        await Restore(made.Backup.Path);

        AssertDocuments("shops", "{'_id': 'a', 'name': 'A'}");
        Assert.That(History(), Is.EqualTo(new[] { "20240101_FirstShops", "20240102_Cities" }));
    }

    [Test]
    public async Task AndNoneIsPruned()
    {
        await RunTo(new HistoryModule(), "20240102");

        var made = new List<string>();
        for (var i = 0; i < 5; i++)
            made.Add((await Maintain(maintenance => maintenance.BackupAsync())).Backup.Path);

        Assert.That((await Backups()).Select(backup => backup.Path), Is.EqualTo(Enumerable.Reverse(made)));
    }

    [Test]
    public async Task AndHowFarItIsIsTold()
    {
        await RunTo(new HistoryModule(), "20240102");
        Put("shops", "{'_id': 'a', 'name': 'A'}", "{'_id': 'b', 'name': 'B'}");
        var observer = new RecordingObserver();

        var report = await Maintain(maintenance => maintenance.BackupAsync(), observer: observer);

        Assert.That(observer.Events, Does.Contain(new MigrationEvent.Copying(Database.Name, report.Backup.Bytes, report.Backup.Bytes)));
        Assert.That(observer.Events, Does.Contain(new MigrationEvent.Verifying("shops", 2, 2)));
    }

    [Test]
    public async Task ButNotOfADatabaseThatDoesNotExist()
    {
        var refused = await FailsAndChangesNothing(() => Maintain(maintenance => maintenance.BackupAsync()));

        Assert.That(refused.Message, Is.EqualTo($"""
            TM3302: {Database.Name} does not exist.
              database  {Database.Name} was not changed.
            Name the database that is to be backed up.
            """));
        Assert.That(await Backups(), Is.Empty);
    }

    [Test]
    public async Task ButNotWhenItIsCancelled()
    {
        await RunTo(new HistoryModule(), "20240102");
        Put("shops", "{'_id': 'a', 'name': 'A'}");
        var before = Database.Snapshot();
        using var cancelling = new CancellationTokenSource();
        var observer = new RecordingObserver(happened =>
        {
            if (happened is MigrationEvent.Verifying)
                cancelling.Cancel();
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => Maintain(maintenance => maintenance.BackupAsync(cancellation: cancelling.Token), observer: observer));

        Assert.That(Database.Snapshot(), Is.EqualTo(before));
        Assert.That(await Backups(), Is.Empty);
    }
}
