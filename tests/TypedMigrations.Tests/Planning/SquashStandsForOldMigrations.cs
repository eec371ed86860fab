using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class SquashStandsForOldMigrations
{
    private static readonly string[] Replaced = ["20201006_First", "20201022_Second"];

    /// <summary>Under an id of its own, with nothing after it.</summary>
    private static readonly MigrationCatalog Renamed = Of(Squash("20201128_Squashed", Replaced));

    /// <summary>In the place of the last migration that it replaces, with one that stays after it.</summary>
    private static readonly MigrationCatalog InPlace = Of(Squash("20201022_Second", Replaced), Code.Migration("20201103_Third"));

    private static CatalogedMigration Squash(string id, params string[][] replaces) => Code.Migration(id, "v1:squashed", replaces: replaces);

    private static MigrationCatalog Of(params CatalogedMigration[] migrations) => new(migrations, []);

    [Test]
    public void ANewDatabaseGetsItLikeAnyFirstMigration()
    {
        Assert.That(Code.Plan(Renamed, DatabaseState.None).Pending(), Is.EqualTo(["20201128_Squashed"]));
        Assert.That(Code.Plan(InPlace, DatabaseState.None).Pending(), Is.EqualTo(["20201022_Second", "20201103_Third"]));
    }

    [Test]
    public void ADatabaseThatHasAllOfThemHasIt()
    {
        var catalog = Of(Code.Migration("20201128_Squashed", replaces: [Replaced], load: Code.Untouchable));
        var state = Code.Database(Replaced);

        var plan = Code.Plan(catalog, state);

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That(plan.IsUpToDate, Is.True);
        Assert.That(plan.State, Is.SameAs(state), "the plan shows the journal as it is");
    }

    [Test]
    public void ADatabaseThatHasAllOfThemGetsWhatComesAfter()
    {
        var plan = Code.Plan(InPlace, Code.Database(Replaced));

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That(plan.Pending(), Is.EqualTo(["20201103_Third"]));
    }

    [Test]
    public void ADatabaseThatGotItselfHasIt()
    {
        Assert.That(Code.Plan(Renamed, Ran("20201128_Squashed")).IsUpToDate, Is.True);
        Assert.That(Code.Plan(InPlace, Ran("20201022_Second")).Pending(), Is.EqualTo(["20201103_Third"]));
    }

    [Test]
    public void ADatabaseThatHasSomeOfThemIsRefused() => Assert.That(Code.Plan(Renamed, Code.Database("20201006_First")).ProblemText(), Is.EqualTo(
        """
        TM1301: Migration 20201128_Squashed of module Accounts replaces older ones, of which the database has some, but not all.
          has    20201006_First
          lacks  20201022_Second
        Start a build that still has them, the last one before they were squashed, and then this one.
        """));

    [Test]
    public void ADatabaseThatHasSomeOfThemIsRefusedWhereTheIdStays()
    {
        var plan = Code.Plan(InPlace, Code.Database("20201006_First"), new PlanRequest { AllowOutOfOrder = true });

        Assert.That(plan.Problems.Single().Code, Is.EqualTo(ErrorCode.SquashPartlyApplied));
    }

    [Test]
    public void ASquashThatWasEditedAfterItWasAppliedIsAProblem()
    {
        Assert.That(Code.Plan(Renamed, Code.Database("20201128_Squashed")).Problems.Single().Code, Is.EqualTo(ErrorCode.EditedSinceApplied));
        Assert.That(Code.Plan(InPlace, Code.Database("20201022_Second")).Problems.Single().Code, Is.EqualTo(ErrorCode.EditedSinceApplied));
    }

    [Test]
    public void OthersThatAreMissingInTheCodeStayAProblem() => Assert.That(
        Code.Plan(Renamed, Code.Database("20201001_Before", "20201006_First", "20201022_Second")).ProblemText(),
        Does.StartWith("TM1005: Migration 20201001_Before of module Accounts was applied, but is missing in the code."));

    [Test]
    public void AnotherModulesMigrationOfTheSameIdIsNotMeant() => Assert.That(
        Code.Plan(Of(Squash("20201128_Squashed", Replaced), Code.Migration("Disco/20201006_First")), Code.Database("Disco/20201006_First") with { HasTables = false }).Pending(),
        Is.EqualTo(["20201128_Squashed"]));

    [Test]
    public void AnOlderProgramRefusesADatabaseThatGotIt()
    {
        Assert.That(Code.Plan(Code.Of(Replaced), Ran("20201128_Squashed")).Problems.Select(problem => problem.Code), Does.Contain(ErrorCode.DatabaseNewer));
        Assert.That(Code.Plan(Code.Of(Replaced), Ran("20201022_Second")).Problems.Select(problem => problem.Code), Does.Contain(ErrorCode.EditedSinceApplied));
    }

    [Test]
    public void ANewerAdditiveMigrationIsNoneOfIts() => Assert.That(
        Code.Plan(Renamed, new DatabaseState(Exists: true, HasTables: true, [.. Replaced.Select(id => Code.Entry(id)), Code.Entry("20201201_More") with { IsAdditive = true }], IsTestDatabase: false)).IsUpToDate,
        Is.True);

    [TestCase("20201006_First", "20201022_Second", "20201103_Third")]
    [TestCase("20201022_Second", "20201103_Third")]
    public void EveryHistoryIsEnough(params string[] applied)
    {
        var catalog = Of(Squash("20201103_Third", ["20201006_First", "20201022_Second", "20201103_Third"], ["20201022_Second", "20201103_Third"]));

        Assert.That(Code.Plan(catalog, Code.Database(applied)).IsUpToDate, Is.True);
    }

    [Test]
    public void ThePartOfTheNearestHistoryThatIsMissingIsNamed()
    {
        var catalog = Of(Squash("20201103_Third", ["20201006_First", "20201022_Second", "20201103_Third"], ["20201022_Second", "20201103_Third"]));

        Assert.That(Code.Plan(catalog, Code.Database("20201022_Second")).ProblemText(), Does.Contain("\n  has    20201022_Second\n  lacks  20201103_Third\n"));
    }

    [Test]
    public void ADatabaseWithoutJournalIsAdoptedAtIt() => Assert.That(
        Code.Plan(InPlace, Code.Database(), new PlanRequest { AdoptAt = new Dictionary<string, string> { ["*"] = "20201022" } }).Adopted(), Is.EqualTo(["20201022_Second"]));

    [Test]
    public void AMigrationOfAnotherModuleMayDependOnIt()
    {
        var catalog = Of(Squash("20201022_Second", Replaced), Code.Migration("Disco/20201103_X", dependsOn: [Code.ClassOf("20201022_Second")]));

        Assert.That(Code.Plan(catalog, Code.Database(Replaced)).Pending(), Is.EqualTo(["Disco/20201103_X"]));
    }

    [Test]
    public void WithoutADownItCannotBeTakenBack() => Assert.That(
        Code.Plan(Renamed, Code.Database(Replaced), new PlanRequest { Goal = MigrationGoal.Back() }).Problems.Single().Code, Is.EqualTo(ErrorCode.NotRevertible));

    [Test]
    public void WithADownItIsTakenBackWhole()
    {
        var catalog = Of(Code.Migration("20201128_Squashed", replaces: [Replaced], loadDown: Code.Empty));
        var state = Code.Database(Replaced);

        var plan = Code.Plan(catalog, state, new PlanRequest { Goal = MigrationGoal.Back() });

        Assert.That(plan.Reverted(), Is.EqualTo(["20201128_Squashed"]));
        Assert.That(EffectiveJournal.IdsOf(plan.Reverted[0].Migration, state).Select(id => id.Text), Is.EqualTo(Replaced), "what leaves the journal");
    }

    [Test]
    public void ItsStateIsPartOfThePlansFingerprint() => Assert.That(
        Code.Plan(InPlace, Code.Database(Replaced)).Fingerprint, Is.Not.EqualTo(Code.Plan(InPlace, Ran("20201022_Second")).Fingerprint));

    [Test]
    public void ItIsNoSquashForTheStore()
    {
        var asked = new List<Schema>();

        Planner.Plan(Renamed, DatabaseState.None, new PlanRequest(), schema =>
        {
            asked.Add(schema);
            return [];
        });

        Assert.That(asked, Has.Count.EqualTo(1));
    }

    private static DatabaseState Ran(string squash) => Code.Database() with { Journal = [Code.Entry(squash, "v1:squashed")] };
}
