using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.StoreContract;

public abstract class PlanIsAskedFor<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    [Test]
    public async Task AndNothingIsWritten()
    {
        await RunTo(new HistoryModule(), "20240102");
        var before = Database.Snapshot();

        var plan = await Plan(new HistoryModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Pending.Select(pending => pending.Id.Name), Is.EqualTo(new[] { "Empty", "Ratings", "UniqueNames" }));
            Assert.That(Database.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task AndNoDatabaseIsMade()
    {
        var plan = await Plan(new HistoryModule());

        Assert.That(plan.Pending, Has.Count.EqualTo(5));
        Assert.That(State().Exists, Is.False);
    }

    [Test]
    public async Task AndProblemsAreInItInPlaceOfAnException()
    {
        Put("shops", "{'_id': 'a', 'name': 'A'}");

        var plan = await Plan(new HistoryModule());

        Assert.That(plan.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { ErrorCode.AdoptionNeeded }));
    }

    [Test]
    public async Task AndFollowsWhatIsApplied()
    {
        var before = await Plan(new HistoryModule());
        await Run(new HistoryModule());
        var after = await Plan(new HistoryModule());

        Assert.That((before.IsUpToDate, after.IsUpToDate), Is.EqualTo((false, true)));
    }
}
