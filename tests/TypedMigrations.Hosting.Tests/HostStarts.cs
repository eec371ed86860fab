using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop;

namespace TypedMigrations.Hosting.Tests;

public sealed class HostStarts
{
    [Test]
    public async Task AppliesEveryPendingMigration()
    {
        var store = new FakeStore();
        using var host = TestHost.WithShop(store);

        await host.StartAsync();

        Assert.That(store.Journal.Select(entry => entry.Id), Is.EqualTo(new[] { "20260101_FirstTables", "20260201_Prices" }));
        Assert.That(store.IsOpenForApplication, Is.True);
    }

    [Test]
    public async Task MigratesBeforeAHostedServiceThatWasRegisteredEarlierStarts()
    {
        var store = new FakeStore();
        var service = new StartedService(store);
        var builder = TestHost.Builder();
        builder.Services.AddSingleton<IHostedService>(service);
        builder.Services.AddMigrations().AddModule<ShopModule>().Use(store);
        using var host = builder.Build();

        await host.StartAsync();

        Assert.That(service.SwapsSeen, Is.EqualTo(1));
    }

    [Test]
    public async Task MigratesBeforeALifecycleServiceThatWasRegisteredEarlierIsStarting([Values] bool concurrently)
    {
        var store = new FakeStore();
        using var service = new StartingService(store);

        // Gives the service the time to be too early; where it rightly waits, nobody cuts this short.
        store.OnOpen = (_, _) => service.Asked.Wait(TimeSpan.FromMilliseconds(250));
        var builder = TestHost.Builder();
        builder.Services.Configure<HostOptions>(options => options.ServicesStartConcurrently = concurrently);
        builder.Services.AddSingleton<IHostedService>(service);
        builder.Services.AddMigrations().AddModule<ShopModule>().Use(store);
        using var host = builder.Build();

        await host.StartAsync();

        Assert.That(service.SwapsSeen, Is.EqualTo(1));
    }

    [Test]
    public async Task WithNothingPendingNothingIsWritten()
    {
        var store = new FakeStore();
        using (var first = TestHost.WithShop(store))
            await first.StartAsync();
        using var second = TestHost.WithShop(store);

        await second.StartAsync();

        Assert.That((store.OpenCount, store.SwapCount), Is.EqualTo((2, 1)));
        Assert.That(second.Logged().Texts, Is.EqualTo(new[] { "1002 fake.db is up to date: nothing to do." }));
    }

    [Test]
    public async Task TellsTheObserversOfTheApplication()
    {
        var seen = new List<MigrationEvent>();
        var builder = TestHost.Builder();
        builder.Services.AddSingleton<IMigrationObserver>(new Observer(seen));
        builder.Services.AddMigrations().AddModule<ShopModule>().Use(new FakeStore());
        using var host = builder.Build();

        await host.StartAsync();

        Assert.That(seen.First(), Is.TypeOf<MigrationEvent.Planned>());
        Assert.That(seen.Last(), Is.TypeOf<MigrationEvent.Warned>());
    }

    [Test]
    public async Task TakesTheClockOfTheApplication()
    {
        var store = new FakeStore();
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var builder = TestHost.Builder();
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(noon));
        builder.Services.AddMigrations().AddModule<ShopModule>().Use(store);
        using var host = builder.Build();

        await host.StartAsync();

        Assert.That(store.Journal.Select(entry => entry.At), Is.All.EqualTo(noon));
    }

    private sealed class Observer(List<MigrationEvent> seen) : IMigrationObserver
    {
        public void Observe(MigrationEvent happened) => seen.Add(happened);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
