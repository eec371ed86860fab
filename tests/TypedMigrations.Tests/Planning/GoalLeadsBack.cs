using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class GoalLeadsBack
{
    private static readonly string[] All = ["20201006_First", "20201022_Second", "20201024_Third"];

    private static CatalogedMigration Reversible(string text, params string[] dependsOn) =>
        Code.Migration(text, dependsOn: [.. dependsOn.Select(Code.ClassOf)], loadDown: Code.Empty);

    private static MigrationCatalog Catalog(params IEnumerable<string> migrations) => new(migrations.Select(text => Reversible(text)), []);

    private static MigrationPlan Plan(MigrationCatalog catalog, DatabaseState state, MigrationGoal goal, bool allowOutOfOrder = false) =>
        Code.Plan(catalog, state, new PlanRequest { Goal = goal, AllowOutOfOrder = allowOutOfOrder });

    private static MigrationPlan Plan(MigrationGoal goal, params string[] applied) => Plan(Catalog(All), Code.Database(applied), goal);

    [TestCase("20201006")]
    [TestCase("20201006_First")]
    [TestCase("First")]
    public void TakesBackWhatIsNewerThanATargetNewestFirst(string target)
    {
        var plan = Plan(MigrationGoal.To(target), All);

        Assert.That(plan.Reverted(), Is.EqualTo(["20201024_Third", "20201022_Second"]));
        Assert.That((plan.Pending.Count, plan.IsUpToDate, plan.ProblemText()), Is.EqualTo((0, false, "")));
    }

    [Test]
    [Behavior(25)]
    public void TakesBackOne() => Assert.That(Plan(MigrationGoal.Back(), All).Reverted(), Is.EqualTo(["20201024_Third"]));

    [Test]
    [Behavior(25)]
    public void TakesBackAll() => Assert.That(Plan(MigrationGoal.To("0"), All).Reverted(), Is.EqualTo(All.Reverse()));

    [Test]
    [Behavior(16)]
    public void HasNothingToDoBeforeTheFirstOfAnEmptyDatabase() => Assert.That(Plan(Catalog(All), DatabaseState.None, MigrationGoal.To("0")).IsUpToDate, Is.True);

    [Test]
    [Behavior(19)]
    public void AppliesWhatIsPendingUpToTheTarget()
    {
        var plan = Plan(MigrationGoal.To("Second"), "20201006_First");

        Assert.That((plan.Reverted.Count, string.Join(", ", plan.Pending()), string.Join(", ", plan.Later())), Is.EqualTo((0, "20201022_Second", "20201024_Third")));
    }

    [Test]
    public void AppliesAllThatIsPendingWhateverTheOptionsSay()
    {
        var request = new PlanRequest { Goal = MigrationGoal.Latest, Target = "First", StepLimit = 1 };

        Assert.That(Code.Plan(Catalog(All), DatabaseState.None, request).Pending(), Is.EqualTo(All));
    }

    [Test]
    public void GoesBackInOneModuleAndUpInAnother()
    {
        var plan = Plan(Catalog("20201006_First", "20201022_Second", "Disco/20201001_First"), Code.Database("20201006_First", "20201022_Second"), MigrationGoal.To("20201006_First"));

        Assert.That(plan.Reverted(), Is.EqualTo(["20201022_Second"]));
        Assert.That(plan.Pending(), Is.EqualTo(["Disco/20201001_First"]));
    }

    [Test]
    public void TouchesNoConstantsWhereSomethingElseIsRefused()
    {
        var catalog = new MigrationCatalog(
            new[] { "20201006_First", "20201022_Second", "Disco/20201001_First" }.Select(text => Code.Migration(text, load: Code.Untouchable, loadDown: Code.Untouchable)), []);
        var request = new PlanRequest { Goal = MigrationGoal.To("20201006_First"), TestData = true };

        var plan = Code.Plan(catalog, Code.Database("20201006_First", "20201022_Second"), request);

        Assert.That(plan.Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.RealDatabase]));
        Assert.That(plan.Reverted, Is.Empty);
    }

    [Test]
    public void TakesAlongWhatDependsOnWhatIsTakenBackAndWhatStandsOnThat()
    {
        var catalog = new MigrationCatalog(
            [
                Reversible("20201001_First"), Reversible("20201010_Second"), Reversible("Disco/20201002_First"), Reversible("Disco/20201011_Second", "20201010_Second"), Reversible("Disco/20201020_Third"),
                Reversible("Extra/20201021_First", "Disco/20201020_Third"), Reversible("Other/20201030_First"),
            ], []);
        var state = Code.Database(catalog.Migrations.Select(migration => $"{migration.Id.Module}/{migration.Id.Text}"));

        Assert.That(Plan(catalog, state, MigrationGoal.To("20201001")).Reverted(), Is.EqualTo(["Extra/20201021_First", "Disco/20201020_Third", "Disco/20201011_Second", "20201010_Second"]));
    }

    [Test]
    public void FindsATargetInTheModuleThatItNames()
    {
        string[] all = ["20201006_First", "20201022_Second", "Disco/20201006_First", "Disco/20201022_Second"];

        Assert.That(Plan(Catalog(all), Code.Database(all), MigrationGoal.To("First", "Disco")).Reverted(), Is.EqualTo(["Disco/20201022_Second"]));
        Assert.That(Plan(Catalog(all), Code.Database(all), MigrationGoal.To("0", "Disco")).Reverted(), Is.EqualTo(["Disco/20201022_Second", "Disco/20201006_First"]));
        Assert.That(Plan(Catalog(all), Code.Database(all), MigrationGoal.To("First")).Problems.Single().Code, Is.EqualTo(ErrorCode.UnknownTarget));
    }

    [Test]
    [Behavior(21)]
    public void IsRefusedWhereTheTargetIsUnknown() => Assert.That(Plan(MigrationGoal.To("20990101", "Accounts"), All).ProblemText(), Does.StartWith(
        "TM1015: The target 20990101 of module Accounts names no migration, or more than one."));

    [TestCase(0)]
    [TestCase(-1)]
    [Behavior(22)]
    public void CannotBeLessThanOneStep(int steps) => Assert.Throws<ArgumentOutOfRangeException>(() => MigrationGoal.Back(steps));

    [Test]
    [Behavior(24)]
    [Behavior(26)]
    public void IsRefusedWhereNothingWasApplied() => Assert.That(Plan(Catalog(All), DatabaseState.None, MigrationGoal.Back()).ProblemText(), Is.EqualTo(
        """
        TM1203: MigrationGoal.Back(1) asks for 1 to be taken back, but no migration was applied.
          applied  none
        There is nothing to take back.
        """));

    [Test]
    [Behavior(43)]
    public void IsRefusedWhereAMigrationWasEdited()
    {
        var state = Code.Database() with { Journal = [Code.Entry("20201006_First"), Code.Entry("20201022_Second", "v1:other")] };

        Assert.That(Plan(Catalog(All), state, MigrationGoal.Back()).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.EditedSinceApplied]));
    }

    [Test]
    public void IsRefusedWhereTheMigrationBeforeWasLeftOut() => Assert.That(
        Plan(Catalog(All), Code.Database("20201006_First", "20201024_Third"), MigrationGoal.Back(), allowOutOfOrder: true).ProblemText(), Is.EqualTo(
            """
            TM1204: Migration 20201024_Third of module Accounts cannot be taken back: 20201022_Second, to which it leads back, was never applied.
            Apply 20201022_Second first, or put back the backup from before 20201024_Third.
            """));

    [Test]
    public void IsRefusedBelowAnAdditiveMigrationOfANewerProgram()
    {
        var state = Code.Database() with { Journal = [Code.Entry("20201006_First"), Code.Entry("20210101_Newer") with { IsAdditive = true }] };

        Assert.That(Plan(Catalog("20201006_First"), state, MigrationGoal.Back()).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.DatabaseNewer]));
    }

    [Test]
    [Behavior(38)]
    public void NamesEveryMigrationWithoutADown()
    {
        var plan = Plan(Code.Of(All), Code.Database(All), MigrationGoal.Back(2));

        Assert.That(plan.Problems.Select(problem => (problem.Code, problem.What)), Is.EqualTo(
        [
            (ErrorCode.NotRevertible, "Migration 20201024_Third of module Accounts cannot be taken back: it has no Down."),
            (ErrorCode.NotRevertible, "Migration 20201022_Second of module Accounts cannot be taken back: it has no Down."),
        ]));
    }

    [Test]
    public void IsPartOfThePlansFingerprint()
    {
        var plans = new[] { Plan(MigrationGoal.Back(), All), Plan(MigrationGoal.Back(2), All), Plan(MigrationGoal.Latest, All) };

        Assert.That(plans.Select(plan => plan.Fingerprint), Is.Unique);
    }

    [Test]
    public void IsWrittenAsCodeWritesIt() => Assert.That(
        new[] { MigrationGoal.Latest, MigrationGoal.To("First"), MigrationGoal.To("0", "Disco"), MigrationGoal.Back(2) with { AllowDataLoss = true } }.Select(goal => goal.ToString()), Is.EqualTo(
        ["MigrationGoal.Latest", "MigrationGoal.To(\"First\")", "MigrationGoal.To(\"0\", \"Disco\")", "MigrationGoal.Back(2) with { AllowDataLoss = true }"]));
}
