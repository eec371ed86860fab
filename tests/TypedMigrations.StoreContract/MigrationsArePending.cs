using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.StoreContract.Modules.Tables;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class MigrationsArePending<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly string[] All =
        ["20240101_FirstShops", "20240102_Cities", "20240103_Empty", "20240104_Ratings", "20240105120000_UniqueNames"];

    [Test, Behavior(17), Behavior(51)]
    public async Task AreAllAppliedWithTheirHistoryInOrder()
    {
        var report = await Run(new HistoryModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Results.Select(result => result.Id.Text), Is.EqualTo(All));
            Assert.That(report.WasUpToDate, Is.False);
            Assert.That(report.IsRehearsal, Is.False);
            Assert.That(History(), Is.EqualTo(All));
        }
    }

    [Test, Behavior(18), Behavior(66)]
    public async Task AreAppliedOnce()
    {
        await Run(new HistoryModule());
        Put("shops", "{'_id': 'a', 'name': 'A', 'rating': 1}");
        var before = Database.Snapshot();

        var second = await Run(new HistoryModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.WasUpToDate, Is.True);
            Assert.That(second.Results, Is.Empty);
            Assert.That(second.Backup, Is.Null);
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test, Behavior(19)]
    [TestCase("20240102"), TestCase("20240102_Cities"), TestCase("Cities")]
    public async Task AreAppliedUpToATarget(string target)
    {
        var report = await RunTo(new HistoryModule(), target);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(History(), Is.EqualTo(All[..2]));
            Assert.That(report.Plan.Later.Select(migration => migration.Id.Text), Is.EqualTo(All[2..]));
        }
    }

    [Test, Behavior(19)]
    public async Task AreAppliedFromATargetOn()
    {
        await RunTo(new HistoryModule(), "20240102");
        Put("shops", "{'_id': 'a', 'name': 'A', 'city': null, 'unknown': [1]}");

        await Run(new HistoryModule());

        Assert.That(History(), Is.EqualTo(All));
        AssertDocuments("shops", "{'_id': 'a', 'name': 'A', 'city': null, 'rating': 5, 'unknown': [1]}");
    }

    [Test, Behavior(20), Behavior(58)]
    public async Task AreAppliedOneByOneWithAStepLimit()
    {
        var histories = new List<int>();
        for (var i = 0; i < All.Length; i++)
        {
            await Run(new HistoryModule(), options => options.StepLimit = 1);
            histories.Add(History().Count());
        }

        Assert.That(histories, Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test, Behavior(21)]
    public async Task AreNotAppliedUpToAnUnknownTarget()
    {
        var refused = await RunFailsAndChangesNothing(new HistoryModule(), options => options.Target = "20990101");

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.UnknownTarget));
    }

    [Test, Behavior(28)]
    public async Task AreRecordedThoughTheyChangeNothing()
    {
        var report = await RunTo(new HistoryModule(), "20240103_Empty");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(History().Last(), Is.EqualTo("20240103_Empty"));
            Assert.That(report.Results[^1].Tables, Is.Empty);
        }
    }

    [Test, Behavior(9), Behavior(41)]
    public async Task AreAppliedByStampOverAllModulesInWhateverOrderTheyAreRegistered()
    {
        await Run([new TablesModule(), new HistoryModule()]);

        Assert.That(State().Journal.Select(entry => $"{entry.Module} {entry.Id}"), Is.EqualTo(new[]
        {
            "History 20240101_FirstShops", "Tables 20240101_Before", "History 20240102_Cities", "Tables 20240102_After",
            "History 20240103_Empty", "History 20240104_Ratings", "History 20240105120000_UniqueNames",
        }));
    }

    [Test, Behavior(64)]
    public async Task AreThereBeforeAndGoneAfterwards()
    {
        Assert.That(State(), Is.EqualTo(DatabaseState.None));
        await Run(new HistoryModule());
        var after = State();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Exists, Is.True);
            Assert.That(after.HasTables, Is.True);
            Assert.That(after.HasJournal, Is.True);
            Assert.That(after.IsTestDatabase, Is.False);
        }
    }

    [Test]
    public async Task AreToldInOrder()
    {
        var observer = new RecordingObserver();
        await Run(new HistoryModule(), options => options.Target = "20240102", observer);

        Assert.That(observer.Events.Where(happened => happened is not (MigrationEvent.Copying or MigrationEvent.Progress or MigrationEvent.Verifying)).Select(happened => happened.GetType().Name), Is.EqualTo(new[]
        {
            "Planned", "Copied", "Migrating", "Migrating", "Migrated", "Migrated", "Verified", "SwappedIn",
        }));
    }
}
