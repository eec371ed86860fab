using TypedMigrations.Planning;
using TypedMigrations.StoreContract.Modules.Seeded;
using TypedMigrations.StoreContract.Modules.Squashed.After;
using TypedMigrations.StoreContract.Modules.Squashed.Before;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class DatabaseIsSeeded<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task WithWhatIsMissingInItsNewestShape()
    {
        await Run(new BeforeModule());
        var complete = Content();
        var history = History().ToList();
        Empty("people", "notes");

        var report = await Seed(new BeforeModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Content(), Is.EqualTo(complete));
            Assert.That(History(), Is.EqualTo(history));
            Assert.That(report.WasComplete, Is.False);
            Assert.That(Counts(report.Plan), Is.EqualTo(new[] { "notes: 0 present, 2 missing", "people: 0 present, 2 missing" }));
        }
    }

    [Test]
    public async Task AndATableThatIsGoneIsMadeWithItsIndexes()
    {
        await Run(new BeforeModule());
        var complete = Content();
        Database.Drop("people");

        await Seed(new BeforeModule());

        Assert.That(Content(), Is.EqualTo(complete));
    }

    [Test]
    public async Task AndNothingIsOverwritten()
    {
        await Run(new BeforeModule());
        Empty("people");
        const string Changed = "{'_id': 'guest', 'full_name': 'Someone', 'since': {'$date': '2020-10-25T00:30:00Z'}, 'unknown': {'deep': ['', null]}}";
        Put("people", Changed, "{'_id': 'own', 'full_name': 'Own', 'since': {'$date': '2020-10-25T00:30:00Z'}}");

        var report = await Seed(new BeforeModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Counts(report.Plan), Is.EqualTo(new[] { "notes: 2 present, 0 missing", "people: 1 present, 1 missing" }));
            Assert.That(Database.Documents("people").Select(RawDocument.Text), Has.Member(RawDocument.Text(RawDocument.Parse(Changed))));
            Assert.That(Database.Documents("people").Select(document => document["_id"]), Is.EquivalentTo(new[] { "guest", "own", "root" }));
        }
    }

    [Test]
    public async Task AndNothingIsWrittenWhereNothingIsMissing()
    {
        await Run(new BeforeModule());
        var before = Database.Snapshot();

        var report = await Seed(new BeforeModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.WasComplete, Is.True);
            Assert.That((report.Backup, report.Notes.Count), Is.EqualTo(((string?)null, 0)));
            Assert.That(report.ToString(), Is.EqualTo($"{Database.Name} has all that a new database holds: nothing to do."));
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task AsFarAsItIsMigrated()
    {
        await RunTo(new BeforeModule(), "20240101");
        Empty("people");

        await Seed(new BeforeModule());

        AssertDocuments("people", "{'_id': 'root', 'name': 'Root'}", "{'_id': 'guest', 'name': 'Guest'}");
        Assert.That(History(), Is.EqualTo(new[] { "20240101_First" }));
    }

    [Test]
    public async Task WithWhatTheSquashHoldsWhereItStandsForItsMigrations()
    {
        await Run(new BeforeModule());
        var complete = Content();
        Empty("people");

        await Seed(new AfterModule());

        Assert.That(Content(), Is.EqualTo(complete));
    }

    [Test]
    public async Task WithTestDataIfItIsATestDatabase()
    {
        await Run(new BeforeModule(), options => options.TestData = true);
        var complete = Content();
        Empty("people", "notes");

        await Seed(new BeforeModule());
        var bootstrapped = Database.Documents("people").Count;
        await Seed(new BeforeModule(), options => options.TestData = true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bootstrapped, Is.EqualTo(2));
            Assert.That(Content(), Is.EqualTo(complete));
            Assert.That(State().IsTestDatabase, Is.True);
        }
    }

    [Test]
    public async Task WithTestDataNeverIfItIsARealOne()
    {
        await Run(new BeforeModule());

        var refused = await FailsAndChangesNothing(() => Seed(new BeforeModule(), options => options.TestData = true));

        Assert.That(refused.Message, Does.StartWith("TM3013: ").And.Contains($"database  {Database.Name} was not changed."));
    }

    [Test]
    public async Task UnlessAUniqueIndexRefusesADocument()
    {
        await Run(new BeforeModule());
        Empty("people");
        Put("people", "{'_id': 'own', 'full_name': 'Root', 'since': {'$date': '2020-10-25T00:30:00Z'}}");

        var failed = await FailsAndChangesNothing(() => Seed(new BeforeModule()));

        Assert.That(failed.Message, Is.EqualTo($"""
            TM4005: A document of a new database cannot be inserted into table people: a value of its unique index idx_people_full_name is taken.
              document  _id "root"
              database  {Database.Name} was not changed.
            Give the document that has it another one, or another key, and seed again.
            """));
    }

    [Test]
    public async Task AndTheFailureIsInTheAuditTrailTheNextTime()
    {
        await UnlessAUniqueIndexRefusesADocument();
        Empty("people");

        await Seed(new BeforeModule());

        Assert.That(Database.Audit().SkipWhile(item => item.Kind != AuditKind.Failed).Select(item => $"{item.Kind} {item.Subject}: {item.Detail}"), Is.EqualTo(new[]
        {
            "Failed database: TM4005: A document of a new database cannot be inserted into table people: a value of its unique index idx_people_full_name is taken.",
            "Started database: 2 missing documents to insert", "Seeded database: 2 into people that a new database holds",
        }));
        Assert.That(AuditTrail.FindBreak(Database.Audit()), Is.Null);
    }

    [Test]
    public async Task AndTheDatabaseAsItWasIsTheBackup()
    {
        await Run(new BeforeModule());
        Empty("people");

        var report = await Seed(new BeforeModule());
        await Restore(report.Backup!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.ToString(), Does.Match($@"^Seeded {Database.Name} in \d+\.\d\d s\.\n  table   present  inserted\n  ------  -------  --------\n  notes   2        0\n  people  0        2\nBackup: .+$"));
            Assert.That(Database.Documents("people"), Is.Empty);
        }
    }

    [Test]
    public async Task OrItIsOnlyPlanned()
    {
        await Run(new BeforeModule());
        Empty("people");
        var before = Database.Snapshot();

        var plan = await With([new BeforeModule()], with: null, observer: null, migrator => migrator.PlanSeedAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.MissingCount, Is.EqualTo(2));
            Assert.That(plan.Tables[1].Missing.Select(document => document.Key), Is.EqualTo(new[] { "guest", "root" }));
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task NotWhereJournalAndCodeDisagree()
    {
        await Run(new BeforeModule());
        PutIntoJournal(Entry("People", "20240101120000_Gone", "v1:1"));

        var refused = await FailsAndChangesNothing(() => Seed(new BeforeModule()));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.MissingInCode));
    }

    [Test]
    public async Task NotBeforeItIsAdopted()
    {
        Put("people", "{'_id': 'a'}");

        Assert.That((await FailsAndChangesNothing(() => Seed(new BeforeModule()))).Code, Is.EqualTo(ErrorCode.AdoptionNeeded));
    }

    [Test]
    public async Task NotWhereThereIsNone()
    {
        var report = await Seed(new BeforeModule());

        Assert.That(report.WasComplete, Is.True);
        Assert.That(State().Exists, Is.False);
    }

    [Test]
    public async Task NotWhereASeedThrows()
    {
        await Run(new SeededModule());
        new SeedCalls { Throws = true }.Watch();

        var failed = await FailsAndChangesNothing(() => Seed(new SeededModule()));

        Assert.That(failed.Message, Does.StartWith("TM2108: ").And.Contains($"database       {Database.Name} was not changed."));
    }

    [Test]
    public async Task OrIsCancelled([Values(typeof(MigrationEvent.Copied), typeof(MigrationEvent.Verified))] Type when)
    {
        await Run(new BeforeModule());
        Empty("people");
        var before = Database.Snapshot();
        using var cancellation = new CancellationTokenSource();
        var observer = new RecordingObserver(happened =>
        {
            if (happened.GetType() == when)
                cancellation.Cancel();
        });

        await Assert.ThrowsAsync<OperationCanceledException>(() => With([new BeforeModule()], with: null, observer, migrator => migrator.SeedAsync(cancellation.Token)));

        Assert.That(Database.Snapshot(), Is.EqualTo(before));
    }

    private Task<SeedReport> Seed(MigrationModule module, Action<MigrationOptions>? with = null) => With([module], with, observer: null, migrator => migrator.SeedAsync());

    private void Empty(params string[] tables)
    {
        foreach (var table in tables)
            Database.Empty(table);
    }

    private static IEnumerable<string> Counts(SeedPlan plan) => plan.Tables.Select(table => $"{table.Table}: {table.Present} present, {table.Missing.Count} missing");
}
