using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Loading;
using TypedMigrations.Cli.Locating;
using TypedMigrations.Cli.Showing;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Cli.Operating;

/// <summary>Answers for modules that this process loads, and a database that it opens.</summary>
internal sealed class LocalOperator(LoadedModules loaded, Settings settings, Screen screen) : IOperator
{
    private readonly Lazy<LiteDbStore> _store = new(() => new LiteDbStore(settings.RequireDatabase()));
    private readonly Progress _progress = new(screen);

    private LiteDbStore Store => _store.Value;

    public Task<ListAnswer> ListAsync(CancellationToken cancellation)
    {
        var catalog = MigrationCatalog.Discover(Chosen());
        return catalog.Problems.Count > 0
            ? throw new MigrationException(catalog.Problems)
            : Task.FromResult(new ListAnswer([.. catalog.Migrations.Select(MigrationAnswer.Of)]));
    }

    public async Task<StatusAnswer> StatusAsync(CancellationToken cancellation)
    {
        var plan = await MigratorFor(settings.MakeOptions()).PlanAsync(cancellation).ConfigureAwait(false);
        return StatusAnswers.Of(Store.Database, MigrationCatalog.Discover(loaded.Modules), plan);
    }

    public async Task<PlanAnswer> PlanAsync(RunRequest request, CancellationToken cancellation)
    {
        var migrator = MigratorFor(request);
        var plan = await (request.Goal is { } goal ? migrator.PlanAsync(goal, cancellation) : migrator.PlanAsync(cancellation)).ConfigureAwait(false);
        return PlanAnswers.Of(Store.Database, plan, new Dictionary<string, long>());
    }

    public async Task<RunAnswer> RehearseAsync(RunRequest request, CancellationToken cancellation)
    {
        var migrator = MigratorFor(request);
        return Answer(await (request.Goal is { } goal ? migrator.RehearseAsync(goal, cancellation) : migrator.RehearseAsync(cancellation)).ConfigureAwait(false));
    }

    public async Task<RunAnswer> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        var migrator = MigratorFor(request);
        return Answer(await (request switch
        {
            { ApprovedPlan: { } approved } => migrator.RunAsync(request.Goal, approved, cancellation),
            { Goal: { } goal } => migrator.RunAsync(goal, cancellation),
            _ => migrator.RunAsync(cancellation),
        }).ConfigureAwait(false));
    }

    public async Task<CheckAnswer> CheckAsync(CancellationToken cancellation) =>
        CheckAnswer.Of(await MigratorFor(settings.MakeOptions()).ReadSchemaAsync(cancellation).ConfigureAwait(false));

    public async Task<BackupsAnswer> ListBackupsAsync(CancellationToken cancellation) =>
        new([.. (await MigratorFor(settings.MakeOptions()).ListBackupsAsync(cancellation).ConfigureAwait(false)).Select(BackupAnswer.Of)]);

    public async Task<RestorePlanAnswer> PlanRestoreAsync(string backup, CancellationToken cancellation) =>
        RestorePlanAnswer.Of(Store.Database, await MigratorFor(settings.MakeOptions()).PlanRestoreAsync(backup, cancellation).ConfigureAwait(false));

    public async Task<RestoreAnswer> RestoreAsync(string backup, CancellationToken cancellation)
    {
        var report = await MigratorFor(settings.MakeOptions()).RestoreAsync(backup, cancellation).ConfigureAwait(false);
        return new RestoreAnswer(RestorePlanAnswer.Of(report.Database, report.Plan), report.Backup, report.Warnings, report.Duration.TotalMilliseconds);
    }

    public ValueTask DisposeAsync()
    {
        if (_store.IsValueCreated)
            Store.Dispose();
        return ValueTask.CompletedTask;
    }

    private Migrator MigratorFor(RunRequest request) => MigratorFor(request.Over(settings.MakeOptions(), loaded.ApplicationVersion));

    private Migrator MigratorFor(MigrationOptions options) => new(loaded.Modules, Store, options, observer: _progress);

    private RunAnswer Answer(MigrationReport report)
    {
        _progress.End();
        return RunAnswer.Of(report);
    }

    private IEnumerable<MigrationModule> Chosen()
    {
        var chosen = loaded.Modules.Where(module => settings.Module is null || string.Equals(module.Name, settings.Module, StringComparison.OrdinalIgnoreCase)).ToList();
        return chosen.Count > 0 ? chosen : throw CliException.Usage(CliErrorCode.ModuleNotNamed, $"There is no module {settings.Module}.", "Name one that there is.", ("there are", string.Join("\n", loaded.Modules.Select(module => module.Name))));
    }
}
