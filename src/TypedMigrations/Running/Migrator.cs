using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Running;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>Brings a database up to date: discover, plan, gate, copy and migrate, verify, swap, report.</summary>
/// <remarks>
/// Each room takes what the one before it made, so that the wrong order does not compile. Until the swap the database is as
/// it was, whatever happens. A run works on one thread of its own, because a store's transactions may be bound to it.
/// </remarks>
public sealed class Migrator
{
    private readonly IReadOnlyList<MigrationModule> _modules;
    private readonly IMigrationStore _store;
    private readonly MigrationOptions _options;
    private readonly TimeProvider _time;
    private readonly IMigrationObserver? _observer;

    /// <summary>Makes a migrator.</summary>
    /// <param name="modules">The modules of the application.</param>
    /// <param name="store">The database.</param>
    /// <param name="options">How to migrate; null for the defaults.</param>
    /// <param name="time">The clock of journal and audit trail; null for the system's.</param>
    /// <param name="observer">Who is told what happens; null for nobody.</param>
    public Migrator(IEnumerable<MigrationModule> modules, IMigrationStore store, MigrationOptions? options = null, TimeProvider? time = null, IMigrationObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(modules);
        ArgumentNullException.ThrowIfNull(store);
        _modules = [.. modules];
        _store = store;
        _options = options ?? new MigrationOptions();
        _time = time ?? TimeProvider.System;
        _observer = observer;
    }

    /// <summary>Applies every pending migration. With nothing pending it makes no copy and writes nothing.</summary>
    /// <exception cref="MigrationException">The run was refused or failed. The database is as it was; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled. The database is as it was.</exception>
    public Task<MigrationReport> RunAsync(CancellationToken cancellation = default) =>
        OnOneThread(() => Run(swapIn: true, cancellation), cancellation);

    /// <summary>Does what <see cref="RunAsync"/> would do, on a copy that is thrown away. The database stays as it is.</summary>
    /// <exception cref="MigrationException">The run would be refused or fail.</exception>
    public Task<MigrationReport> RehearseAsync(CancellationToken cancellation = default) =>
        OnOneThread(() => Run(swapIn: false, cancellation), cancellation);

    /// <summary>Says what a run would do, and what stands in its way. It writes nothing and waits for no lock.</summary>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<MigrationPlan> PlanAsync(CancellationToken cancellation = default) => OnOneThread(
        () =>
        {
            using var database = _store.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), cancellation);
            return Plan(MigrationCatalog.Discover(_modules), database);
        },
        cancellation);

    /// <summary>Says what the database really holds, and where that differs from the constants of the migrations that were applied to it. It writes nothing and waits for no lock.</summary>
    /// <remarks>Every document is read once, or twice where names are data. A database without a journal is read as well: nothing is declared then.</remarks>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<SchemaReport> ReadSchemaAsync(CancellationToken cancellation = default) => OnOneThread(
        () =>
        {
            using var database = _store.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), cancellation);
            return SchemaReading.Read(MigrationCatalog.Discover(_modules), database, _store.Database, cancellation);
        },
        cancellation);

    private MigrationReport Run(bool swapIn, CancellationToken cancellation)
    {
        var run = new RunContext(_store, _options, _time, _observer, IsRehearsal: !swapIn, _time.GetTimestamp(), cancellation);
        using var activity = Telemetry.StartRun(_store.Database);

        var catalog = MigrationCatalog.Discover(_modules);
        using var database = Open(run);
        var plan = PlanUnderLock(catalog, database, run);
        run.Tell(new MigrationEvent.Planned(_store.Database, plan));
        if (plan.IsUpToDate)
        {
            database.LetApplicationIn();
            return new MigrationReport(_store.Database, plan, [], [], swap: null, run.Elapsed);
        }

        var approved = Gate(plan, run);
        using var migrated = KeepingFailures(database, run, () => MigratedCopy.Make(approved, database, run));
        var verified = KeepingFailures(database, run, migrated.Verify);
        // What fails after the swap must not say that the database is as it was.
        var swap = swapIn ? KeepingFailures(database, run, () => verified.SwapIn(run)) : null;
        if (swap is not null)
            database.LetApplicationIn();
        return verified.Report(run, swap);
    }

    private IDatabaseSession Open(RunContext run) => _store.Open(
        new SessionOptions(_options.LockTimeout, (holder, waited) => run.Tell(new MigrationEvent.WaitingForLock(_store.Database, holder, waited))),
        run.Cancellation);

    private MigrationPlan Plan(MigrationCatalog catalog, IDatabaseSession database) =>
        Planner.Plan(catalog, database.State, _options.ToRequest(), _store.Check);

    /// <summary>Plans, and plans again under the exclusive lock: while this process waited, another may have migrated.</summary>
    private MigrationPlan PlanUnderLock(MigrationCatalog catalog, IDatabaseSession database, RunContext run)
    {
        var plan = Plan(catalog, database);
        while (!plan.IsUpToDate && !plan.HasProblems && !database.IsExclusive)
        {
            database.AwaitExclusive(run.Cancellation);
            plan = Plan(catalog, database);
        }

        return plan;
    }

    /// <summary>A plan that is refused writes nothing at all, not even for the audit trail: no run began.</summary>
    private ApprovedPlan Gate(MigrationPlan plan, RunContext run)
    {
        try
        {
            return ApprovedPlan.Automatically(plan);
        }
        catch (MigrationException exception)
        {
            throw Told(exception, run);
        }
    }

    /// <summary>Whatever fails leaves the database as it was: the message says so, and the audit trail will, unless it was a rehearsal.</summary>
    private T KeepingFailures<T>(IDatabaseSession database, RunContext run, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException exception)
        {
            run.Tell(new MigrationEvent.Failed(_store.Database, exception));
            if (!run.IsRehearsal)
                database.KeepForAudit(AuditKind.Failed, "database", "cancelled", _time.GetUtcNow());
            throw new OperationCanceledException($"The migration was cancelled. {Unchanged}", exception, run.Cancellation);
        }
        catch (Exception exception)
        {
            var told = Told(exception as MigrationException ?? Unexpected(exception), run);
            throw run.IsRehearsal ? told : Kept(told, database);
        }
    }

    private MigrationException Told(MigrationException exception, RunContext run)
    {
        var told = exception.WithDatabaseState(Unchanged);
        run.Tell(new MigrationEvent.Failed(_store.Database, told));
        return told;
    }

    /// <summary>Keeps a failure for the audit trail. Where that fails too, both are reported.</summary>
    private MigrationException Kept(MigrationException told, IDatabaseSession database)
    {
        try
        {
            database.KeepForAudit(AuditKind.Failed, "database", $"{told.Code}: {told.Problems[0].What}", _time.GetUtcNow());
            return told;
        }
        catch (Exception exception)
        {
            var second = new Problem(ErrorCode.StoreFailed, "The failure could not be kept for the audit trail.", "Remove the reason; the next run needs to write there too.", ReasonOf(exception));
            return new MigrationException([.. told.Problems, second], told.DatabaseState, told.InnerException ?? exception);
        }
    }

    private static MigrationException Unexpected(Exception exception) => new(
        new Problem(ErrorCode.StoreFailed, "The run failed in a way that nobody foresaw.", "Remove the reason and start again. If it is a fault of this library, please report it with the whole exception.", ReasonOf(exception)),
        exception);

    private static (string Label, string Value) ReasonOf(Exception exception) => ("reason", $"{exception.GetType().Name}: {exception.Message}");

    private string Unchanged => $"{_store.Database} was not changed.";

    private static Task<T> OnOneThread<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
