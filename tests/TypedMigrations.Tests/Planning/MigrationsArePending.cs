using TypedMigrations.Planning;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class MigrationsArePending
{
    private static readonly string[] All = ["20201006_First", "20201022_Second", "20201024_Third"];

    [Test]
    [Behavior(17)]
    public void AllArePlannedInOrder()
    {
        var plan = Code.Plan(Code.Of(All), DatabaseState.None);

        Assert.That(plan.Pending(), Is.EqualTo(All));
        Assert.That(plan.HasProblems, Is.False);
        Assert.That(plan.IsUpToDate, Is.False);
    }

    [Test]
    [Behavior(39)]
    [Behavior(64)]
    public void TheRestIsPlannedWhenSomeAreApplied()
    {
        var plan = Code.Plan(Code.Of(All), Code.Database("20201006_First"));

        Assert.That(plan.Pending(), Is.EqualTo(All[1..]));
    }

    [Test]
    [Behavior(41)]
    public void TheOrderOfTheSourceDoesNotMatter()
    {
        string[] everything = [.. All, "Disco/20201006_First", "Disco/20201023_Second"];
        var expected = Code.Plan(Code.Of(everything), DatabaseState.None);

        foreach (var shuffled in new[] { everything.Reverse(), everything.Order(), everything.OrderDescending(), everything.OrderBy(id => id[^3..]) })
        {
            var plan = Code.Plan(Code.Of(shuffled), DatabaseState.None);

            Assert.That(plan.Pending(), Is.EqualTo(["20201006_First", "Disco/20201006_First", "20201022_Second", "Disco/20201023_Second", "20201024_Third"]));
            Assert.That(plan.Fingerprint, Is.EqualTo(expected.Fingerprint));
        }
    }

    [Test]
    [Behavior(41)]
    public void TheOrderOfTheJournalDoesNotMatter()
    {
        var plan = Code.Plan(Code.Of(All), Code.Database("20201006_First", "20201022_Second"));
        var other = Code.Plan(Code.Of(All), Code.Database("20201022_Second", "20201006_First"));

        Assert.That((other.HasProblems, other.Fingerprint), Is.EqualTo((false, plan.Fingerprint)));
    }

    [Test]
    [Behavior(19)]
    public void ATargetLeavesLaterOnesPending([Values("20201022", "20201022_Second", "Second", "20201022000000")] string target)
    {
        var plan = Code.Plan(Code.Of(All), DatabaseState.None, new PlanRequest { Target = target });

        Assert.That(plan.Pending(), Is.EqualTo(All[..2]));
        Assert.That(plan.Later(), Is.EqualTo(All[2..]));
    }

    [Test]
    [Behavior(20)]
    public void AStepLimitOfOneAppliesOne()
    {
        var plan = Code.Plan(Code.Of(All), Code.Database("20201006_First"), new PlanRequest { StepLimit = 1 });

        Assert.That(plan.Pending(), Is.EqualTo(["20201022_Second"]));
        Assert.That(plan.Later(), Is.EqualTo(["20201024_Third"]));
    }

    [Test]
    [Behavior(20)]
    public void AStepLimitBeyondTheEndAppliesAll() =>
        Assert.That(Code.Plan(Code.Of(All), DatabaseState.None, new PlanRequest { StepLimit = 9 }).Pending(), Is.EqualTo(All));

    [TestCase(0)]
    [TestCase(-1)]
    [Behavior(22)]
    public void AStepLimitBelowOneIsRefused(int limit) => Assert.That(
        Code.Plan(Code.Of(All), DatabaseState.None, new PlanRequest { StepLimit = limit }).ProblemText(), Is.EqualTo(
            $"""
            TM5002: The step limit {limit} is less than one migration.
            Name how many migrations to apply at most, or leave the limit out to apply all.
            """));

    [TestCase("20990101")]
    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("")]
    [Behavior(21)]
    [Behavior(22)]
    public void AnUnknownTargetIsRefused(string target) => Assert.That(
        Code.Plan(Code.Of(All), DatabaseState.None, new PlanRequest { Target = target }).ProblemText(), Is.EqualTo(
            $"""
            TM1015: The target {target} names no migration, or more than one.
              there are  20201006_First of module Accounts
                         20201022_Second of module Accounts
                         20201024_Third of module Accounts
            Name one by its stamp, its id or its name.
            """));

    [Test]
    [Behavior(21)]
    public void ATargetThatTwoModulesHaveIsRefused() => Assert.That(
        Code.Plan(Code.Of("20201006_First", "Disco/20201006_First"), DatabaseState.None, new PlanRequest { Target = "20201006" }).Problems.Single().Code,
        Is.EqualTo(ErrorCode.UnknownTarget));

    [Test]
    [Behavior(23)]
    public void ATargetThatTheDatabaseHasPassedIsRefused() => Assert.That(
        Code.Plan(Code.Of(All), Code.Database("20201006_First", "20201022_Second"), new PlanRequest { Target = "First" }).ProblemText(), Is.EqualTo(
            """
            TM1016: The target 20201006_First of module Accounts is applied already, and so are later ones.
              pending  20201024_Third of module Accounts
            Name a pending migration, or none to apply all.
            """));

    [Test]
    [Behavior(18)]
    public void ATargetThatTheDatabaseIsAtIsNothingToDo()
    {
        var plan = Code.Plan(Code.Of(All), Code.Database("20201006_First"), new PlanRequest { Target = "First" });

        Assert.That((plan.IsUpToDate, plan.ProblemText()), Is.EqualTo((true, "")));
        Assert.That(plan.Later(), Is.EqualTo(All[1..]));
    }

    [Test]
    [Behavior(28)]
    public void AnEmptyMigrationIsPlannedToo()
    {
        var pending = Code.Plan(Code.Of("20201006_First"), DatabaseState.None).Pending.Single();

        Assert.That(pending.Work.Steps, Is.Empty);
    }

    [Test]
    public void WhatTheStoreRefusesIsAProblem()
    {
        var refused = new Problem(ErrorCode.NameRefused, "No.", "Rename it.");

        var plan = Planner.Plan(Code.Of(All), DatabaseState.None, new PlanRequest(), _ => [refused]);

        Assert.That(plan.ProblemText(), Is.EqualTo("TM2006: No.\nRename it."), "once, though every migration has it");
    }

    [Test]
    public void ProblemsOfTheCodeStandInTheWayEvenWhenNothingIsPending()
    {
        var catalog = new TypedMigrations.Discovering.MigrationCatalog([Code.Migration("20201006_First")], [new Problem(ErrorCode.NoMigrations, "No.", "Do.")]);

        Assert.That(Code.Plan(catalog, Code.Database("20201006_First")).IsUpToDate, Is.False);
    }
}
