using TypedMigrations.StoreContract.Modules.Fragile;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.StoreContract;

public abstract class DatabaseIsDropped<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private Task<DropReport> Drop(bool withBackups = false) => Maintain(maintenance => maintenance.DropAsync(withBackups));

    private Task<DropPlan> PlanDrop() => Maintain(maintenance => maintenance.PlanDropAsync());

    [Test]
    public async Task AndIsGoneButItsBackupsStay()
    {
        await MigrateInTwoRuns();

        var report = await Drop();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Warnings, Is.Empty);
            Assert.That(State().Exists, Is.False);
            Assert.That(Database.Tables(), Is.Empty);
            Assert.That(await Backups(), Has.Count.EqualTo(1));
            Assert.That((await PlanDrop()).Removed, Is.Empty);
        }
    }

    [Test]
    public async Task AndCanComeBackFromABackup()
    {
        await MigrateInTwoRuns();
        await Drop();

        await Restore((await Backups()).Single().Path);

        Assert.That(History(), Is.EqualTo(new[] { "20240101_FirstShops", "20240102_Cities" }));
    }

    [Test]
    public async Task WithItsBackupsWhereThatIsAskedFor()
    {
        await MigrateInTwoRuns();

        await Drop(withBackups: true);

        Assert.That(State().Exists, Is.False);
        Assert.That(await Backups(), Is.Empty);
    }

    [Test]
    public async Task WithItsBackupsEvenWhereTheDatabaseIsGoneAlready()
    {
        await MigrateInTwoRuns();
        await Drop();

        await Drop(withBackups: true);

        Assert.That(await Backups(), Is.Empty);
    }

    [Test]
    public async Task WithWhatFailedRunsLeft()
    {
        await RunTo(new FragileModule(), "20240102");
        Put("people", "{'_id': 'p', 'number': 'bad', 'email': 'e'}");
        await RunFailsAndChangesNothing(new FragileModule());

        await Drop();
        await RunTo(new FragileModule(), "20240101");

        Assert.That(Database.Audit().Select(item => item.Kind), Does.Not.Contain(Storing.AuditKind.Failed), "the audit trail is that of the new database");
    }

    [Test]
    public async Task AndThePlanSaysWhatWouldGo()
    {
        await MigrateInTwoRuns();
        var before = Database.Snapshot();

        var plan = await PlanDrop();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
            Assert.That(plan.Contents.Tables, Is.EqualTo(new Dictionary<string, long> { ["shops"] = 1 }));
            Assert.That(plan.Head!.Id, Is.EqualTo("20240105120000_UniqueNames"));
            Assert.That(plan.Removed.Single(), Has.Property("Kind").EqualTo(DatabasePartKind.Data).And.Property("Bytes").GreaterThan(0));
            Assert.That(plan.Backups.Select(backup => backup.Path), Is.EqualTo((await Backups()).Select(backup => backup.Path)));
        }
    }

    [Test]
    public async Task ButNotWhereThereIsNothing()
    {
        var refused = await Assert.ThrowsAsync<MigrationException>(() => Drop(withBackups: true));

        Assert.That(refused!.Message, Does.StartWith($"TM3302: {Database.Name} does not exist.\n").And.EndWith("\nThere is nothing to drop."));
    }

    [Test]
    public async Task ButNotWhileAnotherProcessHasIt()
    {
        await MigrateInTwoRuns();
        var before = Database.Snapshot();
        var other = Database.OpenStore();
        MigrationException? refused;
        try
        {
            using var session = other.Open(new Storing.SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);
            refused = await Assert.ThrowsAsync<MigrationException>(() => Drop(withBackups: true));
        }
        finally
        {
            (other as IDisposable)?.Dispose();
        }

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.LockNotFree));
        Assert.That(Database.Snapshot(), Is.EqualTo(before));
    }

    private async Task MigrateInTwoRuns()
    {
        await RunTo(new HistoryModule(), "20240102");
        Put("shops", "{'_id': 'a', 'name': 'A'}");
        await Run(new HistoryModule());
    }
}
