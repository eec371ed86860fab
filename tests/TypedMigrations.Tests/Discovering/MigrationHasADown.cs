using TypedMigrations.Discovering;
using TypedMigrations.Tests.Modules.Reversible;
using TypedMigrations.Tests.Modules.Shop;

namespace TypedMigrations.Tests.Discovering;

public sealed class MigrationHasADown
{
    private static readonly MigrationCatalog Catalog = MigrationCatalog.Discover([new ReversibleModule()]);

    private static MigrationDefinition? Down(string name) => Catalog.TryFind(name)!.Down;

    [Test]
    public void WhichLeadsFromItsOwnConstantsToThoseOfTheMigrationBefore()
    {
        var down = Down("Second")!;

        Assert.That(down.Before.Tables.Single().AllFields.Select(field => field.Name), Is.EqualTo(["_id", "buyer", "amount"]));
        Assert.That(down.After.Tables.Single().AllFields.Select(field => field.Name), Is.EqualTo(["_id", "customer", "amount"]));
        Assert.That(down.Steps.Select(step => step.Words), Is.EqualTo(["rename field orders.buyer to customer"]));
        Assert.That(down.Readable, Is.EqualTo([down.Before]));
        Assert.That(down.Problems, Is.Empty);
    }

    [Test]
    public void WhichOfTheFirstLeadsToNothing() => Assert.That(Down("First")!.After.Tables, Is.Empty);

    [Test]
    public void WhichInsertsNoSeeds()
    {
        Assert.That(Catalog.TryFind("Second")!.Definition.Seeds(SeedKind.Bootstrap), Has.Count.EqualTo(1));
        Assert.That(Down("Second")!.Seeds(SeedKind.Bootstrap), Is.Empty);
    }

    [Test]
    public void OnlyWhereItsClassOrABaseOfItOverridesIt()
    {
        var without = MigrationCatalog.Discover([new ShopModule()]);

        Assert.That(without.Migrations.Select(migration => migration.Down), Is.All.Null);
        Assert.That(Down("First"), Is.Not.Null);
    }

    [Test]
    public void AndOneThatThrowsIsAProblem() => Assert.That(string.Join("\n\n", Down("Third")!.Problems), Is.EqualTo(
        """
        TM2108: Down of migration 20201024_Third of module Reversible threw while its steps were collected.
          reason  InvalidOperationException: No.
        Down only names steps: let it call verbs, and nothing that can fail.
        """));

    [Test]
    public void AndIsAdditiveWhereItSaysSo() => Assert.That(Catalog.Migrations.Select(migration => migration.Definition.IsAdditive), Is.EqualTo([false, true, false]));
}
