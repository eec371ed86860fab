using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Dependent;
using TypedMigrations.StoreContract.Modules.History;
using TypedMigrations.StoreContract.Modules.Reversible;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class MigrationsAreTakenBack<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly string[] People =
    [
        "{'_id': 'a', 'name': 'Ada', 'initial': 'A', 'size': 180, 'note': null, 'home': {'town': 'Ulm', 'zip': {'$long': 89}}, 'phones': [{'nr': '1', 'x': [null]}, {}], 'unknown': {'deep': ['', null]}}",
        "{'_id': 'b', 'name': 'Bo', 'initial': 'B', 'size': null, 'home': {}, 'phones': [], '$decimals': {'$decimal': '1.10'}}",
        "{'_id': 'c', 'name': 'C', 'initial': 'C'}",
    ];

    [Test, Behavior(25)]
    public async Task GiveBackEqualDocuments()
    {
        await RunTo(new ReversibleModule(), "20240101");
        Put("people", People);
        await RunTo(new ReversibleModule(), "20240102");

        var report = await Go(MigrationGoal.Back() with { AllowDataLoss = true }, new ReversibleModule());

        AssertDocuments("people", People);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Database.Tables(), Is.EquivalentTo(new[] { "people", "settings" }));
            Assert.That(Database.Indexes("people"), Is.EqualTo(new[] { new FoundIndex("idx_people_name", "name", IsUnique: false) }));
            Assert.That(History(), Is.EqualTo(new[] { "20240101_Before" }));
            Assert.That(report.Reverted.Select(result => result.Id.Text), Is.EqualTo(new[] { "20240102_After" }));
            Assert.That(report.Results, Is.Empty);
            Assert.That(report.Reverted[0].Tables.Single(count => count.Table == "people"), Is.EqualTo(new TableCount("people", 3, 3)));
        }
    }

    [Test]
    public async Task GiveTheSameResultWithTheStepsInAnotherOrder()
    {
        StepOrder.Reverse();

        await GiveBackEqualDocuments();
    }

    [Test, Behavior(25), Behavior(16)]
    public async Task LeaveNothingWhenAllAre()
    {
        await RunTo(new ReversibleModule(), "20240103");

        await Go(MigrationGoal.To("0") with { AllowDataLoss = true }, new ReversibleModule());
        var emptied = (Tables: Database.Tables(), History: History().ToList());
        var again = await Go(MigrationGoal.To("20240103"), new ReversibleModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(emptied.Tables, Is.Empty);
            Assert.That(emptied.History, Is.Empty);
            Assert.That(again.Results, Has.Count.EqualTo(3));
            Assert.That(Database.Tables(), Is.EquivalentTo(new[] { "members", "settings", "tags" }));
        }
    }

    [Test, Behavior(65)]
    public async Task AreAppliedAgainWithoutAskingForAnAdoption()
    {
        await RunTo(new ReversibleModule(), "20240103");
        Put("foreign", "{'_id': 1}");

        await Go(MigrationGoal.To("0") with { AllowDataLoss = true }, new ReversibleModule());
        await Run(new ReversibleModule());

        Assert.That(History().Count(), Is.EqualTo(4));
        AssertDocuments("foreign", "{'_id': 1}");
    }

    [Test]
    public async Task LeaveWhatTheirSeedsInserted()
    {
        await RunTo(new ReversibleModule(), "20240103");

        await Go(MigrationGoal.Back(), new ReversibleModule());

        AssertDocuments("settings", "{'_id': 'language', 'value': 'en'}");
        Assert.That(Database.Indexes("members").Select(index => index.Name), Is.EqualTo(new[] { "idx_members_full_name" }));
    }

    [Test]
    public async Task AreRefusedWithoutADown()
    {
        await Run(new ReversibleModule());

        var refused = await FailsAndChangesNothing(() => Go(MigrationGoal.Back(), new ReversibleModule()));

        Assert.That(refused.Message, Is.EqualTo($$"""
            TM1201: Migration 20240104_NoWayBack of module Reversible cannot be taken back: it has no Down.
              class     TypedMigrations.StoreContract.Modules.Reversible.M20240104_NoWayBack.NoWayBack
              database  {{Database.Name}} was not changed.
            Put back the backup from before it, or write a new migration that undoes it. A migration that is to be taken back has from its start: public override void Down(Steps down) { … }
            """));
    }

    [Test, Behavior(72)]
    public async Task AreRefusedWhereTheyLoseDataUnlessItIsAllowed()
    {
        await RunTo(new ReversibleModule(), "20240103");

        var refused = await FailsAndChangesNothing(() => Go(MigrationGoal.Back(2), new ReversibleModule()));

        Assert.That(refused.Message, Is.EqualTo($$"""
            TM1202: Taking back migration 20240102_After of module Reversible loses data.
              step      drop field members.rating
              step      drop table tags
              database  {{Database.Name}} was not changed.
            If that is meant, say so: MigrationGoal.Back(2) with { AllowDataLoss = true }. A backup of the database as it is now is kept in any case.
            """));
    }

    [Test, Behavior(26)]
    public async Task AreNotThereInAnEmptyDatabase()
    {
        var refused = await FailsAndChangesNothing(() => Go(MigrationGoal.Back(), new ReversibleModule()));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NothingToRevert));
    }

    [Test, Behavior(24)]
    public async Task AreNotMoreThanWereApplied()
    {
        await RunTo(new ReversibleModule(), "20240102");

        var refused = await FailsAndChangesNothing(() => Go(MigrationGoal.Back(3), new ReversibleModule()));

        Assert.That(refused.Message, Is.EqualTo($"""
            TM1203: MigrationGoal.Back(3) asks for 3 to be taken back, but only 2 were applied.
              applied   20240101_Before of module Reversible
                        20240102_After of module Reversible
              database  {Database.Name} was not changed.
            To take back all: MigrationGoal.To("0")
            """));
    }

    [Test]
    public async Task TakeThoseAlongThatDependOnThem()
    {
        MigrationModule[] modules = [new HistoryModule(), new ReversibleModule(), new DependentModule()];
        await Go(MigrationGoal.To("20240103_Defaults"), modules);

        var report = await Go(MigrationGoal.To("20240101_Before") with { AllowDataLoss = true }, modules);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Reverted.Select(result => $"{result.Id.Module} {result.Id.Text}"), Is.EqualTo(
                new[] { "Reversible 20240103_Defaults", "Dependent 20240103_Visitors", "Reversible 20240102_After" }));
            Assert.That(State().Journal.Select(entry => $"{entry.Module} {entry.Id}"), Is.EquivalentTo(new[]
            {
                "History 20240101_FirstShops", "History 20240102_Cities", "History 20240103_Empty", "Reversible 20240101_Before", "Dependent 20240101_Visits",
            }));
        }
    }

    [Test]
    public async Task AreInTheAuditTrailAndNoLongerInTheJournal()
    {
        await RunTo(new ReversibleModule(), "20240103");
        var entry = State().Journal[^1];

        await Go(MigrationGoal.Back(), new ReversibleModule());

        var audit = Database.Audit();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(AuditTrail.FindBreak(audit), Is.Null);
            Assert.That((audit[^2].Kind, audit[^2].Detail), Is.EqualTo((AuditKind.Started, "0 to adopt, 0 to apply, 1 to revert")));
            Assert.That((audit[^1].Kind, audit[^1].Subject, audit[^1].Detail), Is.EqualTo((AuditKind.Reverted, "20240103_Defaults of module Reversible", entry.Fingerprint)));
            Assert.That(History(), Has.None.EqualTo(entry.Id));
        }
    }

    [Test, Behavior(75)]
    public async Task AreRehearsedWithoutAChange()
    {
        await RunTo(new ReversibleModule(), "20240101");
        Put("people", People);
        await RunTo(new ReversibleModule(), "20240103");
        var before = Database.Snapshot();
        var goal = MigrationGoal.To("20240101") with { AllowDataLoss = true };

        var rehearsed = await Rehearse(goal, new ReversibleModule());
        var afterRehearsal = Database.Snapshot();
        var real = await Go(goal, new ReversibleModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(afterRehearsal, Is.EqualTo(before));
            Assert.That(rehearsed.IsRehearsal, Is.True);
            Assert.That(rehearsed.Reverted.Select(result => string.Join(", ", result.Tables)), Is.EqualTo(real.Reverted.Select(result => string.Join(", ", result.Tables))));
        }
    }

    [Test]
    public async Task LeaveTheDatabaseAsItWasWhereAStepFails()
    {
        await RunTo(new ReversibleModule(), "20240103");
        Put("members", "{'_id': 'x', 'full_name': 'X', 'size': 'tall', 'rating': 1}");

        var failed = await FailsAndChangesNothing(() => Go(MigrationGoal.To("0") with { AllowDataLoss = true }, new ReversibleModule()));

        Assert.That(failed.Code, Is.EqualTo(ErrorCode.StepThrew));
        Assert.That(failed.Problems[0].Facts.Take(3), Is.EqualTo(new[]
        {
            ("taking back", "20240102_After of module Reversible"), ("on the copy", "after 20240103_Defaults"), ("still to take back", "20240102_After, 20240101_Before"),
        }));
    }

    [Test]
    public async Task AreNothingToDoWhereTheDatabaseIsAtTheTarget()
    {
        await RunTo(new ReversibleModule(), "20240102");
        var before = Database.Snapshot();

        var report = await Go(MigrationGoal.To("20240102"), new ReversibleModule());

        Assert.That((report.WasUpToDate, Database.Snapshot()), Is.EqualTo((true, before)));
    }

    [Test]
    public async Task AreNeverByAnOptionAlone()
    {
        await RunTo(new ReversibleModule(), "20240103");

        var refused = await RunFailsAndChangesNothing(new ReversibleModule(), options => options.Target = "20240101");

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.TargetAlreadyApplied));
    }
}
