using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TypedMigrations.Hosting.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MigratingIsCancelled
{
    // Stands where another process has the lock: only the cancellation ends the waiting.
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FakeStore _store;

    public MigratingIsCancelled() => _store = new FakeStore
    {
        OnOpen = (_, cancellation) =>
        {
            _waiting.TrySetResult();
            cancellation.WaitHandle.WaitOne();
            cancellation.ThrowIfCancellationRequested();
        },
    };

    [Test]
    [CancelAfter(30_000)]
    public async Task ByTheCallersToken(CancellationToken timeout)
    {
        using var host = TestHost.WithShop(_store);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(timeout);

        var migrating = host.MigrateAsync(caller.Token);
        await _waiting.Task;
        await caller.CancelAsync();

        Assert.That(async () => await migrating, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(host.Logged().Texts, Is.EqualTo(new[] { "1015 Migrating was cancelled. The database is as it was." }));
        Assert.That(_store.SwapCount, Is.Zero);
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task ByAHostThatIsToldToStop(CancellationToken timeout)
    {
        using var host = TestHost.WithShop(_store);

        var migrating = host.MigrateAsync(timeout);
        await _waiting.Task;
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.That(async () => await migrating, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task WhileTheHostStarts(CancellationToken timeout)
    {
        using var host = TestHost.WithShop(_store);

        var starting = host.StartAsync(timeout);
        await _waiting.Task;
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.That(async () => await starting, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void ByATokenThatWasCancelledBefore()
    {
        using var host = TestHost.WithShop(_store);

        Assert.That(async () => await host.MigrateAsync(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_store.OpenCount, Is.Zero);
    }
}
