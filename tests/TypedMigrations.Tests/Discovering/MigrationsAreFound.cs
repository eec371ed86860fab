using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Billing;
using TypedMigrations.Tests.Modules.Shop;
using Shop = TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Discovering;

public sealed class MigrationsAreFound
{
    private static MigrationCatalog Catalog(params MigrationModule[] modules)
    {
        var catalog = MigrationCatalog.Discover(modules);
        Assert.That(catalog.Problems, Is.Empty);
        return catalog;
    }

    [Test]
    [Behavior(1)]
    [Behavior(2)]
    public void ThoseBelowTheNamespaceOfTheModuleAndNoOthers() => Assert.That(
        Catalog(new ShopModule()).Migrations.Select(migration => migration.ToString()),
        Is.EqualTo(["20201006_First of module Shop", "20201022093000__Two__Steps of module Shop"]));

    [Test]
    [Behavior(3)]
    public void InNestedNamespacesToo() => Assert.That(
        Catalog(new ShopModule()).Migrations[1].Namespace, Is.EqualTo("TypedMigrations.Tests.Modules.Shop.Sales.M20201022093000__Two__Steps"));

    [Test]
    [Behavior(7)]
    [Behavior(8)]
    public void ByWayOfABaseClassThatIsNoneItself() => Assert.That(
        Catalog(new ShopModule()).Migrations.Select(migration => migration.ClassName),
        Is.EqualTo([typeof(Shop.M20201006_First.First).FullName, typeof(Shop.Sales.M20201022093000__Two__Steps.TwoSteps).FullName]));

    [Test]
    [Behavior(9)]
    [Behavior(41)]
    public void OfSeveralModulesInOneOrder()
    {
        string[] expected = ["20201006_First of module Shop", "20201006_Invoices of module Billing", "20201022093000__Two__Steps of module Shop"];

        Assert.That(Catalog(new ShopModule(), new BillingModule()).Migrations.Select(migration => migration.ToString()), Is.EqualTo(expected));
        Assert.That(Catalog(new BillingModule(), new ShopModule()).Migrations.Select(migration => migration.ToString()), Is.EqualTo(expected));
    }

    [Test]
    public void WithTheirFingerprintsAndDependencies()
    {
        var invoices = Catalog(new ShopModule(), new BillingModule()).Migrations[1];

        Assert.That(invoices.Fingerprint, Does.Match("^v1:[0-9a-f]{64}$"));
        Assert.That(invoices.DependsOn, Is.EqualTo([typeof(Shop.M20201006_First.First).FullName]));
    }

    [Test]
    public void WithTheSchemaOfTheOneBefore()
    {
        var catalog = Catalog(new ShopModule());

        Assert.That(catalog.Migrations[0].Definition.Before.Tables, Is.Empty);
        Assert.That(catalog.Migrations[1].Definition.Before, Is.SameAs(catalog.Migrations[0].Definition.After));
    }

    [Test]
    public void WithTheConstantsAsCodeWritesThem()
    {
        var table = Catalog(new ShopModule()).Migrations[0].Definition.After.Tables.Single();

        Assert.That(table.Constant, Is.EqualTo("OrderTable.Table"));
        Assert.That(table.AllFields.Select(field => field.Constant), Is.EqualTo(["OrderTable.Id", "OrderTable.Customer", "OrderTable.Amount"]));
    }

    [Test]
    public void AndPlannedWithTheirSteps()
    {
        var plan = Code.Plan(Catalog(new ShopModule(), new BillingModule()), DatabaseState.None);

        Assert.That(plan.ToString(), Is.EqualTo(
            """
            apply  20201006_First of module Shop
                     create table orders  (from the constants)
                     create index idx_orders_customer on customer of orders  (from the constants)
            apply  20201006_Invoices of module Billing
                     insert into invoices from orders by (order, _) => new Invoice(order.Id)
                     create table invoices  (from the constants)
            apply  20201022093000__Two__Steps of module Shop
                     rename field orders.customer to buyer
                     convert field orders.amount by euros => euros * 100L
                     drop index idx_orders_customer on customer of orders  (from the constants)
            """.ReplaceLineEndings("\n")));
    }
}
