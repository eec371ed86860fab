using TypedMigrations.Discovering;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Billing;
using TypedMigrations.Tests.Modules.Impatient;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Discovering;

public sealed class MigrationsDependOnOthers
{
    private static MigrationCatalog Catalog(params CatalogedMigration[] migrations) => new(migrations, []);

    private static IEnumerable<string> Order(MigrationCatalog catalog) => catalog.Migrations.Select(migration => migration.Id.Module);

    [Test]
    public void AModuleThatIsNotRegisteredIsAProblem() => Assert.That(string.Join("", MigrationCatalog.Discover([new BillingModule()]).Problems), Is.EqualTo(
        """
        TM1009: Migration 20201006_Invoices of module Billing depends on TypedMigrations.Tests.Modules.Shop.M20201006_First.First, which no registered module has.
        Register the module that has it: .AddModule<…>().
        """));

    [Test]
    public void ALaterStampIsAProblem() => Assert.That(string.Join("", MigrationCatalog.Discover([new ShopModule(), new ImpatientModule()]).Problems), Is.EqualTo(
        """
        TM1008: Migration 20200101_TooEarly of module Impatient depends on the later 20201006_First of module Shop.
        Give it a stamp after 20201006, or depend on an earlier migration.
        """));

    [Test]
    public void TheSameStampIsOrderedByTheDependency()
    {
        var catalog = Catalog(Code.Migration("A/20201006_X", dependsOn: [Code.ClassOf("B/20201006_X")]), Code.Migration("B/20201006_X", dependsOn: [Code.ClassOf("C/20201006_X")]), Code.Migration("C/20201006_X"));

        Assert.That(catalog.Problems, Is.Empty);
        Assert.That(Order(catalog), Is.EqualTo(["C", "B", "A"]));
    }

    [Test]
    public void TheSameStampWithoutOneIsOrderedByTheModulesName() =>
        Assert.That(Order(Code.Of("b/20201006_X", "a/20201006_X", "B/20201006_X", "ä/20201006_X")), Is.EqualTo(["B", "a", "b", "ä"]));

    [Test]
    public void ACircleIsAProblem()
    {
        var catalog = Catalog(Code.Migration("A/20201006_X", dependsOn: [Code.ClassOf("B/20201006_X")]), Code.Migration("B/20201006_X", dependsOn: [Code.ClassOf("A/20201006_X")]));

        Assert.That(string.Join("", catalog.Problems), Is.EqualTo(
            """
            TM1009: Migrations depend on each other: 20201006_X of module A, 20201006_X of module B.
            Remove one of the dependencies.
            """));
    }

    [Test]
    public void ItselfIsACircleToo() => Assert.That(
        Catalog(Code.Migration("A/20201006_X", dependsOn: [Code.ClassOf("A/20201006_X")])).Problems.Single().Code, Is.EqualTo(ErrorCode.DependencyNotMet));

    [Test]
    public void TheTablesOfTheOtherCanBeRead()
    {
        var invoices = MigrationCatalog.Discover([new BillingModule(), new ShopModule()]).Migrations.Single(migration => migration.Id.Module == "Billing");

        Assert.That(invoices.Definition.Readable.SelectMany(schema => schema.Tables).Select(table => table.Name), Is.EqualTo(["orders"]));
    }
}
