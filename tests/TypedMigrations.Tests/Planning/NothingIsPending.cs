using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class NothingIsPending
{
    private static readonly MigrationCatalog Untouchable = new([Code.Migration("20201006_First", load: Code.Untouchable), Code.Migration("20201022_Second", load: Code.Untouchable)], []);

    [Test]
    [Behavior(18)]
    public void IsUpToDateWithoutTouchingConstants()
    {
        var plan = Code.Plan(Untouchable, Code.Database("20201006_First", "20201022_Second"));

        Assert.That((plan.IsUpToDate, plan.HasProblems), Is.EqualTo((true, false)));
        Assert.That(plan.ToString(), Is.EqualTo("Nothing to do."));
    }

    [Test]
    public void TouchesConstantsOnlyWhenSomethingIs() =>
        Assert.That(() => Code.Plan(Untouchable, Code.Database("20201006_First")), Throws.TypeOf<AssertionException>());

    [Test]
    public void TouchesNoConstantsForAPlanThatCannotRun()
    {
        var plan = Code.Plan(Untouchable, Code.Database("20201022_Second"));

        Assert.That(plan.Problems.Single().Code, Is.EqualTo(ErrorCode.OutOfOrder));
    }

    [Test]
    [Behavior(65)]
    public void ACodeWithoutMigrationsAndADatabaseWithoutJournalAreUpToDate() =>
        Assert.That(Code.Plan(Code.Of(), DatabaseState.None).IsUpToDate, Is.True);

    [Test]
    public void AsksTheStoreNothing() => Assert.That(
        Planner.Plan(Untouchable, Code.Database("20201006_First", "20201022_Second"), new PlanRequest(), _ => throw new AssertionException("asked")).IsUpToDate, Is.True);
}
