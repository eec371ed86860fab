using System.Globalization;
using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;
using TypedMigrations.Tests.Modules.Failing;
using TypedMigrations.Tests.Modules.Shop;
using TypedMigrations.Tests.Modules.Shop.M20201006_First;

namespace TypedMigrations.Tests.Discovering;

public sealed class ManyMigrationsAreLoadedAhead
{
    private static MigrationCatalog LoadedAhead(MigrationModule module)
    {
        var catalog = MigrationCatalog.Discover([module]);
        Parallel.ForEach(catalog.Migrations, migration => migration.LoadAhead());
        return catalog;
    }

    private static IEnumerable<string> SchemasOf(MigrationCatalog catalog) => catalog.Migrations.Select(migration => migration.Definition.After.ToString());

    private static IEnumerable<string> ProblemsOf(MigrationCatalog catalog) => Code.Plan(catalog, DatabaseState.None).Problems.Select(problem => problem.ToString());

    [Test]
    public void WithTheSameSchemas() => Assert.That(SchemasOf(LoadedAhead(new ShopModule())), Is.EqualTo(SchemasOf(MigrationCatalog.Discover([new ShopModule()]))));

    [Test]
    public void AndWhatIsWrongWithThemIsFoundAllTheSame()
    {
        var expected = ProblemsOf(MigrationCatalog.Discover([new FailingModule()])).ToList();

        Assert.That(expected, Is.Not.Empty);
        Assert.That(ProblemsOf(LoadedAhead(new FailingModule())), Is.EqualTo(expected));
    }

    [Test]
    [NonParallelizable]
    public void AndTheirSeedsAreNotAskedYet()
    {
        var before = BootstrapData.Calls;

        LoadedAhead(new ShopModule());

        Assert.That(BootstrapData.Calls, Is.EqualTo(before));
    }

    [Test]
    public void AndPlannedInRunOrder()
    {
        var ids = Enumerable.Range(1, 40).Select(number => string.Create(CultureInfo.InvariantCulture, $"202010060000{number:D2}_Number{number}")).ToList();
        var module = EmittedAssembly.Module(
            [.. ids.Select((id, number) => $"Emitted.Accounts.M{id}|Emitted.Accounts.M{id}.Number{number + 1}|v1:0|||")],
            [.. ids.Select((id, number) => $"Emitted.Accounts.M{id}.Number{number + 1}")]);

        var plan = Code.Plan(MigrationCatalog.Discover([module]), DatabaseState.None);

        Assert.That(plan.Problems, Is.Empty);
        Assert.That(plan.Pending.Select(migration => migration.Id.Text), Is.EqualTo(ids));
    }
}
