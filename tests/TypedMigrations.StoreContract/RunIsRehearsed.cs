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

    private static string Text(MigrationResult result) => $"{result.Id}: {string.Join(", ", result.Tables)}";
}
