using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace TypedMigrations.Hosting.Tests;

public sealed class HealthIsAsked
{
    [Test]
    public async Task BeforeMigratingItIsUnhealthy()
    {
        using var host = TestHost.WithShop(new FakeStore());

        var entry = await EntryOf(host);

        Assert.That((entry.Status, entry.Description), Is.EqualTo((HealthStatus.Unhealthy, "The database was not migrated yet.")));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task WhileMigratingItIsUnhealthy(CancellationToken timeout)
    {
        using var asked = new ManualResetEventSlim();
        var opening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = TestHost.WithShop(new FakeStore
        {
            OnOpen = (_, _) =>
            {
                opening.SetResult();
                asked.Wait(timeout);
            },
        });

        var migrating = host.MigrateAsync(timeout);
        await opening.Task;
        var entry = await EntryOf(host);
        asked.Set();
        await migrating;

        Assert.That((entry.Status, entry.Description), Is.EqualTo((HealthStatus.Unhealthy, "The database is being migrated.")));
    }

    [Test]
    public async Task AfterMigratingItIsHealthyAndSaysHowFar()
    {
        var store = new FakeStore();
        using var host = TestHost.WithShop(store);
        await host.StartAsync();

        var entry = await EntryOf(host);

        Assert.That((entry.Status, entry.Description), Is.EqualTo((HealthStatus.Healthy, "up to date")));
        Assert.That(entry.Data, Is.EquivalentTo(new Dictionary<string, object> { ["applied"] = 2, ["last"] = "20260201_Prices" }));
        Assert.That(store.OpenCount, Is.EqualTo(1), "Asking opens no database.");
    }

    [Test]
    public async Task WithNothingPendingItSaysTheSame()
    {
        var store = new FakeStore();
        using (var first = TestHost.WithShop(store))
            await first.MigrateAsync();
        using var second = TestHost.WithShop(store);
        await second.MigrateAsync();

        var entry = await EntryOf(second);

        Assert.That(entry.Data, Is.EquivalentTo(new Dictionary<string, object> { ["applied"] = 2, ["last"] = "20260201_Prices" }));
    }

    [Test]
    public async Task StoppedAtATargetItSaysWhatStaysPending()
    {
        using var host = TestHost.WithShop(new FakeStore(), ("Migrations:Target", "FirstTables"));
        await host.MigrateAsync();

        var entry = await EntryOf(host);

        Assert.That((entry.Status, entry.Description), Is.EqualTo((HealthStatus.Healthy, "migrated as far as Target or StepLimit ask")));
        Assert.That(entry.Data["later"], Is.EqualTo(1));
    }

    [Test]
    public async Task AfterAFailureItSaysWhy()
    {
        using var host = TestHost.WithShop(new FakeStore { OnOpen = (_, _) => throw FakeStore.NotADatabase() });
        await Assert.ThrowsAsync<MigrationException>(() => host.MigrateAsync());

        var entry = await EntryOf(host);

        Assert.That((entry.Status, entry.Description), Is.EqualTo((HealthStatus.Unhealthy, "TM3003: fake.db is no database.")));
        Assert.That(entry.Exception, Is.TypeOf<MigrationException>());
    }

    private static async Task<HealthReportEntry> EntryOf(IHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"));
        return report.Entries["migrations"];
    }
}
