using TypedMigrations.StoreContract.Modules.Derived;
using TypedMigrations.StoreContract.Modules.Fragile;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.StoreContract;

public abstract class RunIsRehearsed<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test, Behavior(71), Behavior(75)]
    public async Task AndReportsWhatTheRealRunDoesWithoutAChange()
    {
        await RunTo(new DerivedModule(), "20240101");
        Put("accounts", "{'_id': 'a', 'role_id': 'r1'}", "{'_id': 'b'}");
        var before = Database.Snapshot();

        var rehearsed = await Rehearse(new DerivedModule());
        var afterRehearsal = Database.Snapshot();
        var real = await Run(new DerivedModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(afterRehearsal, Is.EqualTo(before));
            Assert.That(rehearsed.IsRehearsal, Is.True);
            Assert.That(rehearsed.Backup, Is.Null);
            Assert.That(rehearsed.Results.Select(Text), Is.EqualTo(real.Results.Select(Text)));
            Assert.That(rehearsed.Notes, Is.EqualTo(real.Notes));
        }
    }

    [Test]
    public async Task OfANewDatabaseWhichIsThenNotMade()
    {
        var rehearsed = await Rehearse(new HistoryModule());

        Assert.That(rehearsed.Results, Has.Count.EqualTo(5));
        Assert.That(State().Exists, Is.False);
    }

    [Test]
    public async Task AndFailsAsTheRealRunWithoutATraceInTheAuditTrail()
    {
        await RunTo(new FragileModule(), "20240101");
        Put("people", "{'_id': 'unfillable', 'email': 'e'}");

        var rehearsed = await Assert.ThrowsAsync<MigrationException>(() => Rehearse(new FragileModule()));
        await RunTo(new FragileModule(), "20240102");
        var real = await RunFailsAndChangesNothing(new FragileModule());

        Assert.That(rehearsed!.Message.Replace("after 20240102_Notes", "nothing before it"), Is.EqualTo(real.Message));
        Assert.That(Database.Audit().Select(item => item.Kind), Does.Not.Contain(Storing.AuditKind.Failed));
    }

    [Test]
    public async Task AndOthersUseTheMigratedCopyBeforeItIsThrownAway()
    {
        await RunTo(new DerivedModule(), "20240101");
        Put("accounts", "{'_id': 'a', 'role_id': 'r1'}", "{'_id': 'b'}");
        var before = Database.Snapshot();
        RehearsedCopy? seen = null;
        var migrated = 0;

        var report = await RehearseFor((copy, _) =>
        {
            (seen, migrated) = (copy, CountIn(copy, "roles"));
            return Task.CompletedTask;
        }, new DerivedModule());
        var (gone, after) = (!File.Exists(seen!.Path), Database.Snapshot());
        await Run(new DerivedModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.IsRehearsal, Is.True);
            Assert.That(seen.Report, Is.SameAs(report));
            Assert.That(seen.ToString(), Is.EqualTo(seen.Path));
            Assert.That(gone, Is.True);
            Assert.That(migrated, Is.EqualTo(Database.Documents("roles").Count).And.GreaterThan(0));
            Assert.That(after, Is.EqualTo(before));
        }
    }

    [Test]
    public async Task AndOthersUseACopyAsItIsWhereNothingIsPending()
    {
        await Run(new HistoryModule());
        Put("shops", "{'_id': 'a', 'name': 'A', 'rating': 1}");
        var before = Database.Snapshot();
        var count = 0;

        var report = await RehearseFor((copy, _) =>
        {
            count = CountIn(copy, "shops");
            return Task.CompletedTask;
        }, new HistoryModule());

        Assert.That((report.WasUpToDate, count), Is.EqualTo((true, 1)));
        Assert.That(Database.Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public async Task AndTheDatabaseIsLockedWhileOthersUseTheCopy()
    {
        await RunTo(new HistoryModule(), "20240102");

        await RehearseFor(async (_, _) =>
        {
            var refused = await Assert.ThrowsAsync<MigrationException>(() => Run(new HistoryModule()));
            Assert.That(refused!.Code, Is.EqualTo(ErrorCode.LockNotFree));
        }, new HistoryModule());
    }

    [Test]
    public async Task AndWhatOthersThrowReachesTheCaller()
    {
        await RunTo(new HistoryModule(), "20240102");
        var before = Database.Snapshot();
        var path = "";

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => RehearseFor((copy, _) =>
        {
            path = copy.Path;
            throw new InvalidOperationException("The tests failed.");
        }, new HistoryModule()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown!.Message, Is.EqualTo("The tests failed."));
            Assert.That(File.Exists(path), Is.False);
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task AndOthersAreNotAskedWhereTheRunFails()
    {
        await RunTo(new FragileModule(), "20240102");
        Put("people", "{'_id': 'unfillable', 'number': 'bad', 'email': 'e'}");
        var isAsked = false;

        await FailsAndChangesNothing(() => RehearseFor((_, _) =>
        {
            isAsked = true;
            return Task.CompletedTask;
        }, new FragileModule()));

        Assert.That(isAsked, Is.False);
    }

    private int CountIn(RehearsedCopy copy, string table) => Database.CountIn(copy.ConnectionString, table);

    private static string Text(MigrationResult result) => $"{result.Id}: {string.Join(", ", result.Tables)}";
}
