using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class BaselineIsAskedFor
{
    private static readonly DatabaseState Tables = DatabaseState.None with { Exists = true, HasTables = true };

    private static MigrationPlan Plan(DatabaseState state, Dictionary<string, string> at) => Code.Plan(
        Code.Of("20201001_First", "20201003_Third", "Disco/20201002_Second"), state,
        new PlanRequest { Goal = MigrationGoal.Adopt(at), AdoptAt = new Dictionary<string, string> { ["*"] = "20201003" } });

    [Test]
    public void AndNothingElseIsApplied()
    {
        var plan = Plan(Tables, new() { ["accounts"] = "First", ["Disco"] = "0" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.ProblemText(), Is.Empty);
            Assert.That(plan.Adopted(), Is.EqualTo(["20201001_First"]));
            Assert.That(plan.Pending, Is.Empty);
            Assert.That(plan.Later, Has.Count.EqualTo(2));
            Assert.That(plan.IsUpToDate, Is.False);
        }
    }

    [Test]
    public void ForEveryModuleAtOnce() => Assert.That(Plan(Tables, new() { ["*"] = "20201002" }).Adopted, Has.Count.EqualTo(2));

    [Test]
    public void ButThereIsAJournal() => Assert.That(Plan(Code.Database("20201001_First"), new() { ["*"] = "20201003" }).ProblemText(), Is.EqualTo("""
        TM1310: The database has a journal already: the library knows which migrations it has.
          in the journal  20201001_First of module Accounts
        There is nothing to adopt. Run the migrations that are pending.
        """));

    [Test]
    public void ButEveryMigrationOfTheJournalWasTakenBack() => Assert.That(Plan(Tables with { HasEmptyJournal = true }, new() { ["*"] = "20201003" }).ProblemText(), Is.EqualTo("""
        TM1310: The database has a journal already: the library knows which migrations it has.
          in the journal  no migration: all were taken back
        There is nothing to adopt. Run the migrations that are pending.
        """));

    [Test]
    public void ButThereIsNoDatabase() => Assert.That(Plan(DatabaseState.None, new() { ["*"] = "20201003" }).ProblemText(), Is.EqualTo("""
        TM1311: The database does not exist, so that nothing can be adopted.
        Run the migrations: a new database needs no baseline.
        """));

    [Test]
    public void ButThereIsNoTable() => Assert.That(Plan(Tables with { HasTables = false }, new() { ["*"] = "20201003" }).ProblemText(), Is.EqualTo("""
        TM1311: The database has no table that could be adopted.
        Run the migrations: a new database needs no baseline.
        """));

    [Test]
    public void ButAModuleIsNotNamed() => Assert.That(Plan(Tables, new() { ["disco"] = "20201002" }).ProblemText(), Is.EqualTo("""
        TM1312: The baseline does not say where module Accounts is.
          Accounts has  20201001_First
                        20201003_Third
        Name the migration that each module is at, or 0 for before its first; * stands for every module that is not named.
        """));

    [Test]
    public void ButItWouldRecordNothing() => Assert.That(Plan(Tables, new() { ["*"] = "0" }).ProblemText(), Is.EqualTo("""
        TM1313: The baseline says of every module that it is before its first migration, so that nothing would be recorded.
        Name the migration that a module is at. If none of the tables belongs to a module, run the migrations with Migrations:AdoptAt=0.
        """));

    [Test]
    public void ButWhatIsRefusedIsNotLookedAtFurther()
    {
        var plan = Plan(Tables, new() { ["disco"] = "Second", ["Shop"] = "0" });

        Assert.That(plan.Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.BaselineIncomplete]));
        Assert.That(plan.Adopted, Is.Empty);
    }

    [Test]
    public void ButNoMigrationHasTheName() => Assert.That(Plan(Tables, new() { ["Accounts"] = "Fourth", ["Disco"] = "0", ["Shop"] = "0" }).ProblemText(), Does
        .Contain("TM1015: The baseline names module Shop, which is not registered.").And.Contain("TM1015: The baseline names Fourth, which is no migration of module Accounts."));

    [Test]
    public void AndTheGoalIsTold() => Assert.That(MigrationGoal.Adopt(new Dictionary<string, string> { ["*"] = "0", ["Disco"] = "20201002" }).ToString(), Is.EqualTo("MigrationGoal.Adopt(*: 0, Disco: 20201002)"));
}
