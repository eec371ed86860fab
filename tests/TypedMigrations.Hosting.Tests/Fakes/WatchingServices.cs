using Microsoft.Extensions.Hosting;

namespace TypedMigrations.Hosting.Tests;

/// <summary>A hosted service that notes how many swaps the store had seen when it started.</summary>
internal sealed class StartedService(FakeStore store) : IHostedService
{
    public int? SwapsSeen { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        SwapsSeen = store.SwapCount;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A hosted service that wants to be earlier than others.</summary>
internal sealed class StartingService(FakeStore store) : IHostedLifecycleService, IDisposable
{
    public ManualResetEventSlim Asked { get; } = new();

    public int? SwapsSeen { get; private set; }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        SwapsSeen = store.SwapCount;
        Asked.Set();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => Asked.Dispose();
}
