using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

/// <summary>A problem has several offenders, each on its line, and hides those that only follow from it.</summary>
public sealed class ManyThingsAreToldTogether
{
    private static readonly string[] All = ["20201006_First", "20201022_Second", "20201024_Third", "20201025_Fourth"];

    private static readonly DatabaseState Tables = DatabaseState.None with { Exists = true, HasTables = true };

    private static MigrationPlan Baseline(DatabaseState state, string module) =>
        Code.Plan(Code.Of("20201001_First", "Disco/20201002_Second", "Shop/20201003_Third"), state, new PlanRequest { Goal = MigrationGoal.Adopt(new Dictionary<string, string> { [module] = "0" }) });

    private static MigrationPlan Back(MigrationGoal goal, params string[] applied) =>
        Code.Plan(new MigrationCatalog(All.Select(text => Code.Migration(text, loadDown: Code.Empty)), []), Code.Database(applied), new PlanRequest { Goal = goal });

    [Test]
    public void TheModulesThatABaselineLeavesOut() => Assert.That(Baseline(Tables, "Shop").ProblemText(), Is.EqualTo(
        """
        TM1312: The baseline does not say where the modules Accounts, Disco are.
          Accounts has  20201001_First
          Disco has     20201002_Second
        Name the migration that each module is at, or 0 for before its first; * stands for every module that is not named.
        """));

    [Test]
    public void TheJournalThatIsThereAlready() =>
        Assert.That(Baseline(Code.Database("20201001_First", "Disco/20201002_Second"), "*").ProblemText(), Does.Contain("  in the journal  20201001_First of module Accounts\n                  20201002_Second of module Disco\n"));

    [Test]
    public void TheHistoryOfASquash()
    {
        var catalog = new MigrationCatalog([Code.Migration("20201128_Squashed", "v1:squashed", replaces: [All])], []);

        Assert.That(Code.Plan(catalog, Code.Database(All[..2])).ProblemText(), Does.Contain("  has    20201006_First\n         20201022_Second\n  lacks  20201024_Third\n         20201025_Fourth\n"));
    }

    [Test]
    public void WhatIsPendingAfterATargetThatWasPassed()
    {
        var plan = Code.Plan(Code.Of(All), Code.Database(All[..2]), new PlanRequest { Target = "First" });

        Assert.That(plan.ProblemText(), Does.Contain("  pending  20201024_Third of module Accounts\n           20201025_Fourth of module Accounts\n"));
        Assert.That(Code.Plan(Code.Of(All), Code.Database(All), new PlanRequest { Target = "First" }).ProblemText(), Does.Contain("  pending  none\n"));
    }

    [Test]
    public void WhatWasAppliedWhereMoreIsToBeTakenBack()
    {
        Assert.That(Back(MigrationGoal.Back(3), All[..2]).ProblemText(), Is.EqualTo(
            """
            TM1203: MigrationGoal.Back(3) asks for 3 to be taken back, but only 2 were applied.
              applied  20201006_First of module Accounts
                       20201022_Second of module Accounts
            To take back all: MigrationGoal.To("0")
            """));
        Assert.That(Back(MigrationGoal.Back(2), All[..1]).ProblemText(), Does.StartWith("TM1203: MigrationGoal.Back(2) asks for 2 to be taken back, but only 1 was applied.\n"));
    }

    [Test]
    public void TheClassWithoutADown() => Assert.That(Code.Plan(Code.Of(All), Code.Database(All[..1]), new PlanRequest { Goal = MigrationGoal.Back() }).ProblemText(), Is.EqualTo(
        $"""
        TM1201: Migration 20201006_First of module Accounts cannot be taken back: it has no Down.
          class  {Code.ClassOf(All[0])}
        Put back the backup from before it, or write a new migration that undoes it. A migration that is to be taken back has from its start: public override void Down(Steps down) {"{ … }"}
        """));

    [Test]
    public void ButNotWhatFollowsFromAnEdit()
    {
        var edited = Code.Database() with { Journal = [Code.Entry("20201006_First", "v1:other")] };
        string[] onlyTheEdit = [ErrorCode.EditedSinceApplied];

        Assert.That(Code.Plan(Code.Of(All), edited, new PlanRequest { Target = "Nowhere" }).Problems.Select(problem => problem.Code), Is.EqualTo(onlyTheEdit));
        Assert.That(Code.Plan(Code.Of(All), edited, new PlanRequest { Goal = MigrationGoal.Back(3) }).Problems.Select(problem => problem.Code), Is.EqualTo(onlyTheEdit));
    }

    [Test]
    public void ButNotThatNobodyKnowsWhereADatabaseIsWhereTheCodeIsWrong()
    {
        var wrong = new MigrationCatalog([Code.Migration("20201006_First")], [new Problem(ErrorCode.NoMigrations, "No.", "Do.")]);

        Assert.That(Code.Plan(wrong, Tables).Problems.Select(problem => problem.Code), Is.EqualTo([ErrorCode.NoMigrations]));
    }

    [Test]
    public void TheProblemsOfAMigrationThatIsAdopted()
    {
        var wrong = new Problem(ErrorCode.KeyMissing, "No key.", "Declare one.");
        var migration = Code.Migration("20201006_First", load: cataloged => new MigrationDefinition(cataloged.Id, Schema.Empty, Schema.Empty, [], [], _ => [], [wrong]));

        Assert.That(Code.Plan(new MigrationCatalog([migration], []), Tables, new PlanRequest { AdoptAt = new Dictionary<string, string> { ["*"] = "First" } }).Problems, Is.EqualTo([wrong]));
    }
}
