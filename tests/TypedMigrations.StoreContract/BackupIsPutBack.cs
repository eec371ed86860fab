using TypedMigrations.StoreContract.Modules.Adopted;
using TypedMigrations.StoreContract.Modules.Fragile;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.StoreContract.Modules.Reversible;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class BackupIsPutBack<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndIsTheDatabaseOfThen()
    {
        var backup = await MigrateInTwoRuns();
        var tables = Database.Tables();

        var report = await Restore(backup);

        AssertDocuments("shops", "{'_id': 'a', 'name': 'A', 'unknown': [null]}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tables, Is.EqualTo(new[] { "shops" }));
            Assert.That(History(), Is.EqualTo(new[] { "20240101_FirstShops", "20240102_Cities" }));
            Assert.That(Database.Indexes("shops"), Is.Empty);
            Assert.That(report.Backup, Is.Not.Null.And.Not.EqualTo(backup));
            Assert.That(report.Warnings, Is.Empty);
        }
    }

    [Test]
    public async Task AndWhatItReplacedIsABackupToo()
    {
        var report = await Restore(await MigrateInTwoRuns());

        await Restore(report.Backup!);

        AssertDocuments("shops", "{'_id': 'a', 'name': 'A', 'rating': 5, 'unknown': [null]}", "{'_id': 'late', 'name': 'L', 'rating': 1}");
        Assert.That(History().Count(), Is.EqualTo(5));
    }

    [Test]
    public async Task AndCanBeMigratedAgain()
    {
        await Restore(await MigrateInTwoRuns());

        await Run(new HistoryModule());

        AssertDocuments("shops", "{'_id': 'a', 'name': 'A', 'rating': 5, 'unknown': [null]}");
        Assert.That(AuditTrail.FindBreak(Database.Audit()), Is.Null);
    }

    [Test]
    public async Task AndTheAuditTrailGoesOn()
    {
        var backup = await MigrateInTwoRuns();
        var before = Database.Audit();

        await Restore(backup);

        var audit = Database.Audit();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(audit.Take(before.Count), Is.EqualTo(before));
            Assert.That(AuditTrail.FindBreak(audit), Is.Null);
            Assert.That(audit.Skip(before.Count).Select(item => (item.Kind, item.Subject)), Is.EqualTo(new[] { (AuditKind.Restored, "database") }));
            Assert.That(audit[^1].Detail, Does.Match(@"^from the backup .+; lost: 20240103_Empty of module History, 20240104_Ratings of module History, 20240105120000_UniqueNames of module History$"));
            Assert.That(audit[^1].At, Is.EqualTo(Time.Now));
        }
    }

    [Test]
    public async Task AndFailuresThatWereKeptAreInTheTrail()
    {
        await RunTo(new FragileModule(), "20240101");
        await RunTo(new FragileModule(), "20240102");
        Put("people", "{'_id': 'unfillable', 'email': 'e'}");
        await RunFailsAndChangesNothing(new FragileModule());

        await Restore((await Backups())[0].Path);

        Assert.That(Database.Audit().TakeLast(2).Select(item => item.Kind), Is.EqualTo(new[] { AuditKind.Failed, AuditKind.Restored }));
        Assert.That(AuditTrail.FindBreak(Database.Audit()), Is.Null);
    }

    [Test]
    public async Task AfterItsPlanSaidWhatIsLost()
    {
        var backup = await MigrateInTwoRuns();
        var before = Database.Snapshot();

        var plan = await PlanRestore(backup);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
            Assert.That(plan.ToString(), Is.EqualTo($"""
                restore  {backup}
                lost     20240103_Empty of module History
                lost     20240104_Ratings of module History
                lost     20240105120000_UniqueNames of module History
                  table  now  in the backup
                  -----  ---  -------------
                  shops  2    1
                """));
        }
    }

    [Test]
    public async Task WhichBringsBackWhatWasTakenBack()
    {
        await RunTo(new ReversibleModule(), "20240102");
        var report = await Go(MigrationGoal.To("0") with { AllowDataLoss = true }, new ReversibleModule());

        var plan = await PlanRestore(report.Backup!);
        await Restore(report.Backup!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Lost, Is.Empty);
            Assert.That(plan.Regained.Select(entry => entry.Id), Is.EqualTo(new[] { "20240101_Before", "20240102_After" }));
            Assert.That(plan.Tables, Does.Contain(new Planning.TableDifference("members", Present: null, InBackup: 0)));
            Assert.That(History(), Is.EqualTo(new[] { "20240101_Before", "20240102_After" }));
        }
    }

    [Test]
    public async Task FromBeforeTheDatabaseWasAdopted()
    {
        Put("accounts", "{'_id': 'a', 'email': 'e'}");
        var adopted = await Run(new AdoptedModule(), options => options.AdoptAt["*"] = "20240101");

        await Restore(adopted.Backup!);

        var asked = await RunFailsAndChangesNothing(new AdoptedModule());
        Assert.That(asked.Code, Is.EqualTo(ErrorCode.AdoptionNeeded));
        Assert.That(Database.Audit()[^1].Kind, Is.EqualTo(AuditKind.Restored));
        Assert.That(AuditTrail.FindBreak(Database.Audit()), Is.Null);

        await Run(new AdoptedModule(), options => options.AdoptAt["*"] = "20240101");
        Assert.That(History(), Is.Not.Empty);
    }

    [Test]
    public async Task ButNotOfAnotherDatabase()
    {
        await MigrateInTwoRuns();
        using var other = new THarness();
        var theirs = await BackupOf(other, new HistoryModule());

        var refused = await FailsAndChangesNothing(() => Restore(theirs));

        Assert.That(refused.Message, Is.EqualTo($"""
            TM3201: {Path.GetFileName(theirs)} is no backup of this database.
              backup    {theirs}
              reason    its audit trail is another one
              database  {Database.Name} was not changed.
            Choose one of the backups that ListBackupsAsync names. To take another database's file on purpose, stop the program and copy it by hand.
            """));
    }

    [Test]
    public async Task ButNotOfAnotherDatabaseThatHasNoAuditTrail()
    {
        await MigrateInTwoRuns();
        using var other = new THarness();
        other.TryPut("accounts", RawDocument.Parse("{'_id': 'a', 'email': 'e'}"));
        var theirs = await BackupOf(other, new AdoptedModule(), options => options.AdoptAt["*"] = "20240101");

        var refused = await FailsAndChangesNothing(() => Restore(theirs));

        Assert.That(refused.Problems.Single().Facts[1], Is.EqualTo(("reason", "it has no audit trail, and is of another origin")));
    }

    [Test]
    public async Task ButNotOneThatIsMissing()
    {
        await MigrateInTwoRuns();

        var refused = await FailsAndChangesNothing(() => Restore("/no/such/backup.db"));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.BackupUnreadable));
    }

    [Test]
    public async Task ButNotWhenItIsCancelled()
    {
        var backup = await MigrateInTwoRuns();
        var before = Database.Snapshot();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => Restore(backup, cancellation.Token));

        Assert.That(Database.Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public async Task OfThoseThatAreListedNewestFirst()
    {
        for (var i = 0; i < 4; i++)
            await Run(new HistoryModule(), options => options.StepLimit = 1);

        var backups = await Backups();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(backups.Select(backup => backup.Head!.Id), Is.EqualTo(new[] { "20240103_Empty", "20240102_Cities", "20240101_FirstShops" }));
            Assert.That(backups.Select(backup => backup.MadeAt), Is.Ordered.Descending);
            Assert.That(backups.Select(backup => backup.Bytes), Is.All.GreaterThan(0));
            Assert.That(backups.Select(backup => backup.Problem), Is.All.Null);
        }
    }

    [Test]
    public async Task AndNoneIsPruned()
    {
        for (var i = 0; i < 4; i++)
            await Run(new HistoryModule(), options => options.StepLimit = 1);
        var backups = await Backups();

        await Restore(backups[^1].Path);
        await Restore(backups[0].Path);

        Assert.That((await Backups()).Count, Is.EqualTo(5));
    }

    private async Task<string> MigrateInTwoRuns()
    {
        await RunTo(new HistoryModule(), "20240102");
        Put("shops", "{'_id': 'a', 'name': 'A', 'unknown': [null]}");
        var report = await Run(new HistoryModule());
        Put("shops", "{'_id': 'late', 'name': 'L', 'rating': 1}");
        return report.Backup!;
    }

    private static async Task<string> BackupOf(THarness other, MigrationModule module, Action<MigrationOptions>? with = null)
    {
        var store = other.OpenStore();
        var options = new MigrationOptions { LockTimeout = TimeSpan.Zero, StepLimit = 1 };
        with?.Invoke(options);
        await new Migrator([module], store, options).RunAsync();
        if ((store as IDisposable) is { } first)
            first.Dispose();

        var again = other.OpenStore();
        await new Migrator([module], again, new MigrationOptions { LockTimeout = TimeSpan.Zero }).RunAsync();
        var backups = await new Migrator([module], again).ListBackupsAsync();
        (again as IDisposable)?.Dispose();
        return backups[^1].Path;
    }
}
