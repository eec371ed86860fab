using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TypedMigrations.Hosting;

/// <summary>Migrates when the host starts, unless the program did so before.</summary>
internal sealed class MigrationHostedService(MigrationRun run, IOptions<HostOptions> host) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var migrating = run.EnsureMigratedAsync(cancellationToken);

        // Started concurrently, the services' synchronous parts still run one after the other in their order. So the others wait
        // only while this one does not return. The run has a thread of its own and needs none of this one's.
        if (host.Value.ServicesStartConcurrently)
            Task.WaitAny([migrating], CancellationToken.None);
        return migrating;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
