using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Shop;
using Stock;

namespace TypedMigrations.Hosting.Tests;

public sealed class ModulesAreAdded
{
    [Test]
    public void OneAddedTwiceIsOne() =>
        Assert.That(Modules(migrations => migrations.AddModule<ShopModule>().AddModule<ShopModule>()), Is.EqualTo(new[] { "Shop" }));

    [Test]
    public void AnAssemblyGivesAllItHasInternalOnesToo() =>
        Assert.That(Modules(migrations => migrations.AddModulesFrom(typeof(ShopModule).Assembly)), Is.EquivalentTo(new[] { "Shop", "Stock" }));

    [Test]
    public void OneAddedByItselfAndByItsAssemblyIsOne()
    {
        var names = Modules(migrations => migrations.AddModule<StockModule>().AddModulesFrom(typeof(ShopModule).Assembly).AddModule<ShopModule>());

        Assert.That(names, Is.EquivalentTo(new[] { "Shop", "Stock" }));
    }

    [Test]
    public void AnAssemblyWithoutModulesIsAnError()
    {
        var exception = Assert.Throws<MigrationException>(() => Modules(migrations => migrations.AddModulesFrom(typeof(string).Assembly)));

        Assert.That(exception!.Message, Is.EqualTo("TM5002: Assembly System.Private.CoreLib has no module.\n"
            + "Name the assembly of a class that derives from MigrationModule: .AddModulesFrom(typeof(AccountsModule).Assembly)."));
    }

    [Test]
    public async Task MigrationsOfAllRunInTheOrderOfTheirStamps()
    {
        var store = new FakeStore();
        var builder = TestHost.Builder();
        builder.Services.AddMigrations().AddModulesFrom(typeof(ShopModule).Assembly).Use(store);
        using var host = builder.Build();

        await host.MigrateAsync();

        Assert.That(store.Journal.Select(entry => entry.Module), Is.EqualTo(new[] { "Shop", "Stock", "Shop" }));
    }

    [Test]
    public async Task AddMigrationsTwiceMigratesOnceAndKeepsBothActions()
    {
        var store = new FakeStore();
        var builder = TestHost.Builder();
        builder.Services.AddMigrations(options => options.BackupsToKeep = 5).AddModule<ShopModule>();
        builder.Services.AddMigrations(options => options.StepLimit = 1).Use(store);
        using var host = builder.Build();

        await host.StartAsync();

        var options = host.Services.GetRequiredService<IOptions<MigrationOptions>>().Value;
        Assert.That((options.BackupsToKeep, options.StepLimit, store.OpenCount), Is.EqualTo((5, (int?)1, 1)));
        Assert.That(host.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Select(check => check.Name), Is.EqualTo(new[] { "migrations" }));
    }

    private static IEnumerable<string> Modules(Action<IMigrationsBuilder> add)
    {
        var services = new ServiceCollection();
        add(services.AddMigrations());
        using var provider = services.BuildServiceProvider();
        return [.. provider.GetServices<MigrationModule>().Select(module => module.Name)];
    }
}
