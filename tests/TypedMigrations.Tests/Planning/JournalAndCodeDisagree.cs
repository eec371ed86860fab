using TypedMigrations.Planning;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class JournalAndCodeDisagree
{
    [Test]
    [Behavior(43)]
    public void AnEditedMigrationIsAProblem()
    {
        var state = Code.Database() with { Journal = [Code.Entry("20201027_ManyRoles", "v1:5f2c91aa00000000ffff")] };

        Assert.That(Code.Plan(Code.Of("20201027_ManyRoles"), state).ProblemText(), Is.EqualTo(
            """
            TM1004: Migration 20201027_ManyRoles of module Accounts was edited after it was applied.
              applied  2020-11-20 09:14:03Z by build 1.4.0, fingerprint v1:5f2c91aa0000…
              in code  fingerprint v1:0123456789ab…
            Restore the migration as it was applied, and put the new work into a new one.
            """));
    }

    [Test]
    [Behavior(42)]
    public void AMigrationThatIsMissingInTheCodeIsAProblem() => Assert.That(
        Code.Plan(Code.Of("20201006_First", "20201024_Third"), Code.Database("20201006_First", "20201022_Second", "20201024_Third")).ProblemText(), Is.EqualTo(
            """
            TM1005: Migration 20201022_Second of module Accounts was applied, but is missing in the code.
              applied  2020-11-20 09:14:03Z by build 1.4.0
            Restore the migration from the version control system.
            """));

    [Test]
    [Behavior(42)]
    public void AModuleThatIsNotRegisteredIsAProblem() => Assert.That(
        Code.Plan(Code.Of("20201006_First"), Code.Database("20201006_First", "Disco/20201103_Deployments")).ProblemText(), Is.EqualTo(
            """
            TM1005: Migration 20201103_Deployments of module Disco was applied, but is missing in the code.
              applied  2020-11-20 09:14:03Z by build 1.4.0
            Register module Disco with .AddModule<…>().
            """));

    [Test]
    public void ADatabaseThatIsNewerThanTheProgramIsAProblem() => Assert.That(
        Code.Plan(Code.Of("20201006_First"), Code.Database("20201006_First", "20201022_Second")).ProblemText(), Is.EqualTo(
            """
            TM1006: The database is newer than this program: migration 20201022_Second of module Accounts was applied to it.
              applied         2020-11-20 09:14:03Z by build 1.4.0
              newest in code  20201006_First
            Start the newer program, or put back the backup from before that migration.
            """));

    [Test]
    [Behavior(37)]
    [Behavior(40)]
    public void APendingMigrationOlderThanTheNewestAppliedIsAProblem() => Assert.That(
        Code.Plan(Code.Of("20201006_First", "20201022_Second", "20201024_Third"), Code.Database("20201006_First", "20201024_Third")).ProblemText(), Is.EqualTo(
            """
            TM1007: Migration 20201022_Second of module Accounts is pending, but older than the newest applied one of its module.
              newest applied  20201024_Third
            Give it a stamp after 20201024, in its namespace and its folder, and base it on 20201024_Third.
            """));

    [Test]
    [Behavior(36)]
    public void AnOlderMigrationIsPlannedOnRequest()
    {
        var plan = Code.Plan(
            Code.Of("20201006_First", "20201022_Second", "20201024_Third"), Code.Database("20201006_First", "20201024_Third"), new PlanRequest { AllowOutOfOrder = true });

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That(plan.Pending(), Is.EqualTo(["20201022_Second"]));
    }

    [Test]
    public void AnotherModuleMayBeBehind()
    {
        var plan = Code.Plan(Code.Of("20201006_First", "Disco/20201001_First"), Code.Database("20201006_First"));

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That(plan.Pending(), Is.EqualTo(["Disco/20201001_First"]));
    }

    [Test]
    [Behavior(38)]
    public void AllOffendersAreNamedAtOnce()
    {
        var state = Code.Database("20201001_Gone", "20201022_Second", "20210101_Newer", "Disco/20201103_Deployments");
        var edited = state with { Journal = [.. state.Journal, Code.Entry("20201006_First", "v1:other")] };

        var plan = Code.Plan(Code.Of("20201002_Late", "20201003_Later", "20201006_First", "20201022_Second"), edited);

        Assert.That(plan.Problems.Select(problem => problem.Code), Is.EqualTo(["TM1004", "TM1005", "TM1006", "TM1005", "TM1007", "TM1007"]));
        Assert.That(plan.Problems.Skip(4).Select(problem => problem.What), Is.EqualTo(
        [
            "Migration 20201002_Late of module Accounts is pending, but older than the newest applied one of its module.",
            "Migration 20201003_Later of module Accounts is pending, but older than the newest applied one of its module.",
        ]));
    }

    [Test]
    [Behavior(38)]
    public void TheTextOfAPlanIsAllItsProblems()
    {
        var plan = Code.Plan(Code.Of("20201002_Late", "20201003_Later", "20201006_First"), Code.Database("20201006_First"));

        Assert.That(plan.ToString(), Is.EqualTo($"{plan.Problems[0]}\n\n{plan.Problems[1]}"));
    }
}
