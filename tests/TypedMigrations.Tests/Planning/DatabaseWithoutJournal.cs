using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Planning;

public sealed class DatabaseWithoutJournal
{
    private static readonly MigrationCatalog Catalog = Code.Of("20201006_First", "20201022_Second", "Disco/20201103_Deployments");

    private static MigrationPlan Adopt(params (string Module, string At)[] at) => Adopt(Code.Database(), at);

    private static MigrationPlan Adopt(DatabaseState state, params (string Module, string At)[] at) =>
        Code.Plan(Catalog, state, new PlanRequest { AdoptAt = at.ToDictionary(pair => pair.Module, pair => pair.At) });

    [Test]
    public void IsRefusedUntilSomeoneSaysWhereItIs() => Assert.That(Adopt().ProblemText(), Is.EqualTo(
        """
        TM1017: The database has tables, but no journal: it was never migrated by this library.
          there are  20201006_First of module Accounts
                     20201022_Second of module Accounts
                     20201103_Deployments of module Disco
        Say which migration it is at, once: start the program with --Migrations:AdoptAt=<stamp or id>, or set Migrations:AdoptAt in the configuration. With several modules: Migrations:AdoptAt:<module>. What the database holds is then compared with that migration's constants. 0 means before the first.
        """));

    [Test]
    public void IsAdoptedPerModule()
    {
        var plan = Adopt(("accounts", "20201006"));

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That(plan.Adopted(), Is.EqualTo(["20201006_First"]));
        Assert.That(plan.Pending(), Is.EqualTo(["20201022_Second", "Disco/20201103_Deployments"]));
    }

    [Test]
    public void IsAdoptedInEveryModuleByAStar()
    {
        var plan = Code.Plan(Code.Of("20201006_First", "Disco/20201006_First", "Disco/20201103_Deployments"), Code.Database(), new PlanRequest { AdoptAt = new Dictionary<string, string> { ["*"] = "20201006" } });

        Assert.That(plan.Adopted(), Is.EqualTo(["20201006_First", "Disco/20201006_First"]));
        Assert.That(plan.Pending(), Is.EqualTo(["Disco/20201103_Deployments"]));
    }

    [TestCase("20201006", new[] { "20201006_First" })]
    [TestCase("20201103", new[] { "20201006_First", "20201022_Second", "Disco/20201103_Deployments" })]
    public void AStarThatNamesTheMigrationOfOneModuleTellsWhereTheOthersWereThen(string at, string[] adopted)
    {
        var plan = Adopt(("*", at));

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That(plan.Adopted(), Is.EqualTo(adopted));
    }

    [Test]
    public void AStarThatNamesNoMigrationIsAProblem() => Assert.That(Adopt(("*", "20201007")).ProblemText(), Does.StartWith("TM1015: Migrations:AdoptAt names 20201007, which is no migration of module Accounts."));

    [Test]
    public void AModulesOwnWordGoesBeforeTheStar() => Assert.That(
        Adopt(("*", "20201022"), ("Disco", "Deployments")).Adopted(), Is.EqualTo(["20201006_First", "20201022_Second", "Disco/20201103_Deployments"]));

    [Test]
    public void ZeroMeansBeforeTheFirst()
    {
        var plan = Adopt(("*", "0"));

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That(plan.Adopted(), Is.Empty);
        Assert.That(plan.Pending().Count(), Is.EqualTo(3));
    }

    [Test]
    public void CanBeAdoptedAtTheNewest()
    {
        var plan = Adopt(("Accounts", "Second"), ("Disco", "Deployments"));

        Assert.That(plan.Pending(), Is.Empty);
        Assert.That(plan.IsUpToDate, Is.False, "the journal has to be written");
    }

    [Test]
    public void AnUnknownMigrationIsAProblem() => Assert.That(Adopt(("Accounts", "20201103")).ProblemText(), Is.EqualTo(
        """
        TM1015: Migrations:AdoptAt names 20201103, which is no migration of module Accounts.
          there are  20201006_First
                     20201022_Second
        Name the migration whose constants the database fits: its stamp or its id, or 0 for none.
        """));

    [Test]
    public void AnUnknownModuleIsAProblem() => Assert.That(Adopt(("Acounts", "20201006")).ProblemText(), Is.EqualTo(
        """
        TM1015: Migrations:AdoptAt names module Acounts, which is not registered.
          there are  Accounts
                     Disco
        Name a registered module, or * for every one.
        """));

    [Test]
    public void IsNotAdoptedOnceThereIsAJournal()
    {
        var plan = Adopt(Code.Database("20201006_First"), ("*", "nonsense"));

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That(plan.Adopted(), Is.Empty);
        Assert.That(plan.Pending(), Is.EqualTo(["20201022_Second", "Disco/20201103_Deployments"]));
    }

    [Test]
    public void NeedsNoWordWhenItHasNoTables() => Assert.That(Adopt(Code.Database() with { HasTables = false }).Pending().Count(), Is.EqualTo(3));

    [Test]
    public void CanStayAtTheMigrationWhereItIsAdopted()
    {
        var plan = Code.Plan(Catalog, Code.Database(), new PlanRequest { AdoptAt = new Dictionary<string, string> { ["Accounts"] = "First" }, Target = "First" });

        Assert.That(plan.ProblemText(), Is.Empty);
        Assert.That((plan.Adopted().Single(), plan.Pending.Count), Is.EqualTo(("20201006_First", 0)));
    }

    [Test]
    public void TheStoreIsAskedAboutTheSchemaAtWhichItIsAdopted()
    {
        var refused = new Problem(ErrorCode.NameRefused, "No.", "Rename it.");
        var request = new PlanRequest { AdoptAt = new Dictionary<string, string> { ["*"] = "First" } };

        Assert.That(Planner.Plan(Code.Of("20201006_First"), Code.Database(), request, (Schema _) => [refused]).Problems, Is.EqualTo([refused]));
    }
}
