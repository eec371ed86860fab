using TypedMigrations.Cli.Answers;
using TypedMigrations.Cli.Loading;
using TypedMigrations.Cli.Locating;
using TypedMigrations.Cli.Showing;
using TypedMigrations.Discovering;
using TypedMigrations.LiteDb;

namespace TypedMigrations.Cli.Operating;

/// <summary>Answers for modules that this process loads, and a database that it opens.</summary>
internal sealed partial class LocalOperator(Func<Task<LoadedModules>> loadModules, Settings settings, Screen screen) : IOperator
{
    private readonly Lazy<LiteDbStore> _store = new(() => new LiteDbStore(settings.RequireDatabase()));
    private readonly Progress _progress = new(screen);
    private Task<LoadedModules>? _loaded;

    private LiteDbStore Store => _store.Value;

    public async Task<ListAnswer> ListAsync(CancellationToken cancellation)
    {
        var modules = (await LoadAsync().ConfigureAwait(false)).Modules;
        var chosen = ChosenModule(modules);
        return new ListAnswer([.. CatalogOf(modules).Migrations.Where(migration => chosen is null || migration.Id.Module == chosen).Select(MigrationAnswer.Of)]);
    }

    public async Task<StatusAnswer> StatusAsync(CancellationToken cancellation)
    {
        var loaded = await LoadAsync().ConfigureAwait(false);
        screen.Detail("reading the journal");
        var plan = await MigratorFor(loaded, settings.MakeOptions()).PlanAsync(cancellation).ConfigureAwait(false);
        screen.Detail("laying code and journal side by side");
        return StatusAnswers.Of(Store.Database, MigrationCatalog.Discover(loaded.Modules), plan);
    }

    public async Task<PlanAnswer> PlanAsync(RunRequest request, CancellationToken cancellation)
    {
        var migrator = await MigratorForAsync(request).ConfigureAwait(false);
        var plan = await (request.Goal is { } goal ? migrator.PlanAsync(goal, cancellation) : migrator.PlanAsync(cancellation)).ConfigureAwait(false);
        var documents = plan.IsUpToDate || plan.HasProblems ? null : (await Maintenance.ReadContentsAsync(cancellation).ConfigureAwait(false)).Tables;
        return PlanAnswers.Of(Store.Database, plan, documents ?? new Dictionary<string, long>());
    }

    public async Task<RunAnswer> RehearseAsync(RunRequest request, RehearsalCommand? command, CancellationToken cancellation)
    {
        var migrator = await MigratorForAsync(request).ConfigureAwait(false);
        if (command is null)
            return Answer(await (request.Goal is { } goal ? migrator.RehearseAsync(goal, cancellation) : migrator.RehearseAsync(cancellation)).ConfigureAwait(false));

        var report = await migrator.RehearseAsync(request.Goal, (copy, token) => command.RunAsync(copy.ConnectionString, token), cancellation).ConfigureAwait(false);
        return Answer(report) with { Command = command.Result };
    }

    public async Task<RunAnswer> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        var migrator = await MigratorForAsync(request).ConfigureAwait(false);
        return Answer(await (request switch
        {
            { ApprovedPlan: { } approved } => migrator.RunAsync(request.Goal, approved, cancellation),
            { Goal: { } goal } => migrator.RunAsync(goal, cancellation),
            _ => migrator.RunAsync(cancellation),
        }).ConfigureAwait(false));
    }

    public async Task<CheckAnswer> CheckAsync(CancellationToken cancellation)
    {
        var loaded = await LoadAsync().ConfigureAwait(false);
        return CheckAnswer.Of(await MigratorFor(loaded, settings.MakeOptions()).ReadSchemaAsync(cancellation).ConfigureAwait(false));
    }

    public ValueTask DisposeAsync()
    {
        if (_store.IsValueCreated)
            Store.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<LoadedModules> LoadAsync() => _loaded ??= loadModules();

    private async Task<Migrator> MigratorForAsync(RunRequest request)
    {
        var loaded = await LoadAsync().ConfigureAwait(false);
        return MigratorFor(loaded, request.Over(settings.MakeOptions(), loaded.ApplicationVersion));
    }

    private Migrator MigratorFor(LoadedModules loaded, MigrationOptions options) => new(loaded.Modules, Store, options, observer: _progress);

    private RunAnswer Answer(MigrationReport report)
    {
        _progress.End();
        return RunAnswer.Of(report);
    }

    /// <exception cref="MigrationException">What is wrong with the code's migrations, whatever the database is.</exception>
    private static MigrationCatalog CatalogOf(IEnumerable<MigrationModule> modules)
    {
        var catalog = MigrationCatalog.Discover(modules);
        return catalog.Problems.Count > 0 ? throw new MigrationException(catalog.Problems) : catalog;
    }

    /// <summary>The name of the module that the settings name, as it is spelled; null where they name none.</summary>
    private string? ChosenModule(IReadOnlyList<MigrationModule> modules)
    {
        if (settings.Module is null)
            return null;
        return modules.FirstOrDefault(module => string.Equals(module.Name, settings.Module, StringComparison.OrdinalIgnoreCase))?.Name
            ?? throw CliException.Usage(CliErrorCode.ModuleNotNamed, $"There is no module {settings.Module}.", "Name one that there is.", ("there are", string.Join("\n", modules.Select(module => module.Name))));
    }
}
