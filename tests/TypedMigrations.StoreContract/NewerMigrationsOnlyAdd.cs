using TypedMigrations.StoreContract.Modules.Additive;
using TypedMigrations.StoreContract.Modules.Additive.First;

namespace TypedMigrations.StoreContract;

public abstract class NewerMigrationsOnlyAdd<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndTheOlderProgramStarts()
    {
        await Run(new FirstModule());
        Put("products", "{'_id': 'a', 'name': 'A'}");
        await Run(new WholeModule());
        var before = Database.Snapshot();

        var report = await Run(new FirstModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.WasUpToDate, Is.True);
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }

        AssertDocuments("products", "{'_id': 'a', 'name': 'A', 'price': 0}");
    }

    [Test]
    public async Task AndTheNewerProgramGoesOnWithWhatTheOlderWrote()
    {
        await Run(new WholeModule());
        await Run(new FirstModule());
        Put("products", "{'_id': 'b', 'name': 'B'}");

        Assert.That((await Run(new WholeModule())).WasUpToDate, Is.True);
    }

    [Test]
    public async Task AndTheJournalSaysSo()
    {
        await Run(new WholeModule());

        Assert.That(State().Journal.Select(entry => (entry.Id, entry.IsAdditive)), Is.EqualTo(new[] { ("20240101_Products", false), ("20240102_Prices", true) }));
    }

    [Test]
    public async Task ButNotTheOneAfterThem()
    {
        await Run(new WholeModule());
        PutIntoJournal(Entry("Shop", "20240103_More", "v1:1"));

        var refused = await RunFailsAndChangesNothing(new FirstModule());

        Assert.That(refused.Problems.Select(problem => problem.What), Is.EqualTo(new[] { "The database is newer than this program: migration 20240103_More of module Shop was applied to it." }));
    }

    [Test]
    public async Task AndTheOlderProgramCannotTakeBackWhatIsBelowThem()
    {
        await Run(new WholeModule());

        var refused = await FailsAndChangesNothing(() => Go(MigrationGoal.Back(), new FirstModule()));

        Assert.That(refused.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { ErrorCode.DatabaseNewer }));
    }
}
