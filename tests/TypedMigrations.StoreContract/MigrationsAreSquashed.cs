using TypedMigrations.StoreContract.Modules.Squashed.After;
using TypedMigrations.StoreContract.Modules.Squashed.Before;
using TypedMigrations.Storing;

namespace TypedMigrations.StoreContract;

public abstract class MigrationsAreSquashed<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly string[] Replaced = ["20240101_First", "20240102_Second"];

    [Test]
    public async Task AndANewDatabaseIsAsOneThatRanThem()
    {
        await Run(new AfterModule());
        var made = Content();
        Database.Dispose();
        MakeHarness();
        await Run(new BeforeModule());

        await Run(new AfterModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Content(), Is.EqualTo(made));
            Assert.That(made, Does.Contain("about:root").And.Contain("idx_people_full_name"));
            Assert.That(History(), Is.EqualTo((string[])[.. Replaced, "20240103_Third"]));
        }
    }

    [Test]
    public async Task AndADatabaseThatRanThemIsLeftAlone()
    {
        await Run(new BeforeModule());
        var before = Database.Snapshot();

        var report = await RunTo(new AfterModule(), "20240102");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Results, Is.Empty);
            Assert.That(report.Plan.Adopted, Is.Empty);
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task AndADatabaseThatRanSomeIsRefused()
    {
        await RunTo(new BeforeModule(), "20240101");

        var refused = await RunFailsAndChangesNothing(new AfterModule());

        Assert.That(refused.Message, Is.EqualTo($"""
            TM1301: Migration 20240102_Second of module People replaces older ones, of which the database has some, but not all.
              has       20240101_First
              lacks     20240102_Second
              database  {Database.Name} was not changed.
            Start a build that still has them, the last one before they were squashed, and then this one.
            """));
    }

    [Test]
    public async Task AndTheRefusedDatabaseGoesOnAfterTheOldBuild()
    {
        await RunTo(new BeforeModule(), "20240101");
        await Run(new BeforeModule());

        var report = await Run(new AfterModule());

        Assert.That(report.Results.Select(result => result.Id.Text), Is.EqualTo(new[] { "20240103_Third" }));
    }

    [Test]
    public async Task AndTheOldBuildRefusesADatabaseThatHasTheSquash()
    {
        await RunTo(new AfterModule(), "20240102");

        var refused = await RunFailsAndChangesNothing(new BeforeModule());

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.EditedSinceApplied));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task AndAreTakenBackTogether(bool ranThem)
    {
        await Run(ranThem ? new BeforeModule() : new AfterModule());
        await Run(new AfterModule());

        await Go(MigrationGoal.To("0") with { AllowDataLoss = true }, new AfterModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Database.Tables(), Is.Empty);
            Assert.That(History(), Is.Empty);
            Assert.That(AuditTrail.FindBreak(Database.Audit()), Is.Null);
        }
    }

    [Test]
    public async Task AndWhatComesAfterIsTakenBackAlone()
    {
        await Run(new BeforeModule());
        await Run(new AfterModule());

        await Go(MigrationGoal.Back(), new AfterModule());

        Assert.That(History(), Is.EqualTo(Replaced));
    }

    [Test]
    public async Task AndTheSchemaIsReadBesideTheSquash()
    {
        await Run(new BeforeModule());

        var report = await ReadSchema(new AfterModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Problems, Is.Empty);
            Assert.That(report.Migrations.Select(id => id.Text), Is.EqualTo(new[] { "20240102_Second" }));
            Assert.That(report.Difference.IsEmpty, Is.True);
        }
    }

    [Test]
    public async Task AndADatabaseIsAdoptedAtTheSquash()
    {
        Put("people", "{'_id': 'a', 'full_name': 'A', 'since': {'$date': '2020-10-25T00:30:00Z'}}");
        Put("notes", "{'_id': 'n', 'about': 'a', 'numbers': []}");

        await Run(new AfterModule(), options => options.AdoptAt["People"] = "20240102");

        Assert.That(State().Journal.Select(entry => (entry.Id, entry.Kind)), Is.EqualTo(new[] { ("20240102_Second", JournalKind.Adopted), ("20240103_Third", JournalKind.Applied) }));
    }
}
