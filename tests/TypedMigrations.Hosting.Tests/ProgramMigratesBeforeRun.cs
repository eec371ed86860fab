using Microsoft.Extensions.Hosting;

namespace TypedMigrations.Hosting.Tests;

public sealed class ProgramMigratesBeforeRun
{
    [Test]
    public async Task TheHostDoesNotDoItAgain()
    {
        var store = new FakeStore();
        using var host = TestHost.WithShop(store);

        var report = await host.MigrateAsync();
        await host.StartAsync();

        Assert.That(report.Results, Has.Count.EqualTo(2));
        Assert.That((store.OpenCount, store.SwapCount), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task ASecondCallReturnsTheFirstReport()
    {
        using var host = TestHost.WithShop(new FakeStore());

        var first = await host.MigrateAsync();
        var second = await host.MigrateAsync();

        Assert.That(second, Is.SameAs(first));
    }

    [Test]
    public async Task TwoCallsAtOnceMigrateOnce()
    {
        var store = new FakeStore();
        using var host = TestHost.WithShop(store);

        var reports = await Task.WhenAll(host.MigrateAsync(), host.MigrateAsync());

        Assert.That(reports[1], Is.SameAs(reports[0]));
        Assert.That(store.OpenCount, Is.EqualTo(1));
    }

    [Test]
    public async Task AHostWithoutMigrationsSaysWhatToWrite()
    {
        using var host = TestHost.Builder().Build();

        var exception = await Assert.ThrowsAsync<MigrationException>(() => host.MigrateAsync());

        Assert.That(exception!.Message, Is.EqualTo("TM5002: The host has no migrations.\nAdd them before the host is built: "
            + "builder.Services.AddMigrations().AddModule<AccountsModule>().UseLiteDb(\"Filename=app.db\")."));
    }
}
