using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TypedMigrations.Storing;

namespace TypedMigrations.Hosting;

/// <summary>The one run of a host, whoever asks for it first: the program before <c>Run</c>, or the host when it starts.</summary>
/// <remarks>
/// A run that succeeded is remembered and not repeated; one that failed may be tried again. Modules, store and options are
/// asked for inside the run, so that what is wrong with them is told, logged and remembered as any other failure is.
/// </remarks>
internal sealed class MigrationRun(IServiceProvider services, ILoggerFactory? loggers = null) : IDisposable
{
    private readonly ILogger _log = (loggers ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile RunState _state = new RunState.NotStarted();

    public RunState State => _state;

    /// <exception cref="MigrationException">The run was refused or failed, or module, store or options are missing or wrong.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled. The database is as it was.</exception>
    public async Task<MigrationReport> EnsureMigratedAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return _state is RunState.Migrated { Report: var report } ? report : await MigrateAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<MigrationReport> MigrateAsync(CancellationToken cancellation)
    {
        _state = new RunState.Migrating();
        try
        {
            var report = await MakeMigrator().RunAsync(cancellation).ConfigureAwait(false);
            _state = new RunState.Migrated(report);
            return report;
        }
        catch (Exception exception)
        {
            _state = new RunState.Failed(exception);
            LogFailure(exception);
            throw;
        }
    }

    private Migrator MakeMigrator()
    {
        // Options first: they are cheap, and a wrong one is told before a database is looked for.
        var options = services.GetRequiredService<IOptions<MigrationOptions>>().Value;
        var modules = services.GetServices<MigrationModule>().ToList();
        var store = services.GetService<IMigrationStore>();
        var missing = Missing(modules, store).ToList();
        if (missing.Count > 0)
            throw new MigrationException(missing);

        var observers = new ObserverGroup(services.GetServices<IMigrationObserver>());
        return new Migrator(modules, store!, options, services.GetService<TimeProvider>(), observers);
    }

    private static IEnumerable<Problem> Missing(List<MigrationModule> modules, IMigrationStore? store)
    {
        if (modules.Count == 0)
        {
            yield return new Problem(ErrorCode.InvalidOption, "No module was added.",
                "Add at least one after AddMigrations(): .AddModule<AccountsModule>(), with your own class that derives from MigrationModule.");
        }

        if (store is null)
        {
            yield return new Problem(ErrorCode.InvalidOption, "No database was named.",
                "Name it after AddMigrations(): .UseLiteDb(\"Filename=app.db\"), from the package TypedMigrations.LiteDb.");
        }
    }

    // The message alone would be told twice: whoever called throws the exception on to where people see it whole.
    private void LogFailure(Exception exception)
    {
        switch (exception)
        {
            case OperationCanceledException:
                Log.Cancelled(_log);
                break;
            case MigrationException migration:
                Log.Failed(_log, migration.Code, migration.Problems[0].What);
                break;
            default:
                Log.Failed(_log, exception.GetType().Name, exception.Message);
                break;
        }
    }
}
