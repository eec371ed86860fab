using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop;

namespace TypedMigrations.Hosting.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MigratingFails
{
    private readonly FakeStore _store = new() { OnOpen = (_, _) => throw FakeStore.NotADatabase() };

    [Test]
    public async Task TheHostDoesNotStartAndThrowsTheOneMessage()
    {
        var service = new StartedService(_store);
        var builder = TestHost.Builder();
        builder.Services.AddMigrations().AddModule<ShopModule>().Use(_store);
        builder.Services.AddSingleton<IHostedService>(service);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<MigrationException>(() => host.StartAsync());

        Assert.That(exception!.Message, Is.EqualTo("TM3003: fake.db is no database.\nName another file."));
        Assert.That(service.SwapsSeen, Is.Null);
    }

    [Test]
    public async Task TheSameExceptionComesWhenServicesStartConcurrently()
    {
        var builder = TestHost.Builder();
        builder.Services.Configure<HostOptions>(options => options.ServicesStartConcurrently = true);
        builder.Services.AddMigrations().AddModule<ShopModule>().Use(_store);
        using var host = builder.Build();

        await Assert.ThrowsAsync<MigrationException>(() => host.StartAsync());
    }

    [Test]
    public async Task ItIsLoggedOnceWithItsCode()
    {
        using var host = TestHost.WithShop(_store);

        await Assert.ThrowsAsync<MigrationException>(() => host.MigrateAsync());

        var errors = host.Logged().Lines.Where(line => line.Level == LogLevel.Error).ToList();
        Assert.That(errors.Select(line => (line.Id.Id, line.Text, line.Exception)), Is.EqualTo(new[] { (1014, "Migrating failed: TM3003: fake.db is no database.", (Exception?)null) }));
    }

    [Test]
    public async Task ARefusedPlanIsLoggedWithItsCodes()
    {
        using var host = TestHost.WithShop(new FakeStore { HasForeignTables = true });

        var exception = await Assert.ThrowsAsync<MigrationException>(() => host.MigrateAsync());

        Assert.That(exception!.Code, Is.EqualTo(ErrorCode.AdoptionNeeded));
        Assert.That(host.Logged().Lines.Select(line => line.Id.Id), Is.EqualTo(new[] { 1004, 1014 }));
    }

    [Test]
    public async Task ARetryIsAllowed()
    {
        using var host = TestHost.WithShop(_store);
        await Assert.ThrowsAsync<MigrationException>(() => host.MigrateAsync());

        _store.OnOpen = (_, _) => { };
        var report = await host.MigrateAsync();

        Assert.That(report.Results, Has.Count.EqualTo(2));
    }
}
