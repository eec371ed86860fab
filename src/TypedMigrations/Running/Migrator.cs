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
public sealed partial class Migrator
{
    private readonly MigrationModule[] _modules;
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

    /// <summary>Applies every pending migration, as far as the options say. With nothing pending it makes no copy and writes nothing.</summary>
    /// <exception cref="MigrationException">The run was refused or failed. The database is as it was; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled. The database is as it was.</exception>
    /// <remarks>Where the journal notes that the last run left the database for this very program, it is over when this returns: see <see cref="MigrationPlan.State"/>.</remarks>
    public Task<MigrationReport> RunAsync(CancellationToken cancellation = default) => NothingPending.TryReport(_modules, Begin(isRehearsal: false, cancellation)) is { } report
        ? Task.FromResult(report)
        : RunThroughAllRooms(cancellation);

    /// <summary>Brings the database to a goal, up or back. What is there already is left alone.</summary>
    /// <param name="goal">Where to go.</param>
    /// <param name="cancellation">Ends the run; the database is then as it was.</param>
    /// <exception cref="MigrationException">The run was refused or failed. The database is as it was; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled. The database is as it was.</exception>
    public Task<MigrationReport> RunAsync(MigrationGoal goal, CancellationToken cancellation = default) =>
        OneThread.RunAsync(() => Run(Named(goal), swapIn: true, cancellation), cancellation);

    /// <summary>Does what a plan said, and nothing else: a plan that is another one by now is refused.</summary>
    /// <param name="goal">Where to go; null for up, as far as the options say.</param>
    /// <param name="approvedPlan">The <see cref="MigrationPlan.Fingerprint"/> of the plan that was approved.</param>
    /// <param name="cancellation">Ends the run; the database is then as it was.</param>
    /// <exception cref="MigrationException">TM1207: the plan is another one. Or the run was refused or failed. The database is as it was.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled. The database is as it was.</exception>
    public Task<MigrationReport> RunAsync(MigrationGoal? goal, string approvedPlan, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(approvedPlan);
        return OneThread.RunAsync(() => Run(goal, swapIn: true, cancellation, approvedPlan), cancellation);
    }

    /// <summary>Brings the database to a given migration, up or back: short for <c>RunAsync(MigrationGoal.To(target))</c>.</summary>
    /// <param name="target">Stamp, id or name; <c>0</c> for before the first.</param>
    /// <param name="cancellation">Ends the run; the database is then as it was.</param>
    /// <exception cref="MigrationException">The run was refused or failed. The database is as it was; the message says why and what to do.</exception>
    public Task<MigrationReport> MigrateToAsync(string target, CancellationToken cancellation = default) => RunAsync(MigrationGoal.To(target), cancellation);

    /// <summary>Does what <see cref="RunAsync(CancellationToken)"/> would do, on a copy that is thrown away. The database stays as it is.</summary>
    /// <exception cref="MigrationException">The run would be refused or fail.</exception>
    public Task<MigrationReport> RehearseAsync(CancellationToken cancellation = default) =>
        OneThread.RunAsync(() => Run(goal: null, swapIn: false, cancellation), cancellation);

    /// <summary>Does what <see cref="RunAsync(MigrationGoal, CancellationToken)"/> would do, on a copy that is thrown away. The database stays as it is.</summary>
    /// <param name="goal">Where to go.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="MigrationException">The run would be refused or fail.</exception>
    public Task<MigrationReport> RehearseAsync(MigrationGoal goal, CancellationToken cancellation = default) =>
        OneThread.RunAsync(() => Run(Named(goal), swapIn: false, cancellation), cancellation);

    /// <summary>Says what a run would do, and what stands in its way. It writes nothing and waits for no lock.</summary>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<MigrationPlan> PlanAsync(CancellationToken cancellation = default) =>
        OneThread.LookAsync(_store, database => Plan(MigrationCatalog.Discover(_modules), database, goal: null), cancellation);

    /// <summary>Says what the database really holds, and where that differs from the constants of the migrations that were applied to it. It writes nothing and waits for no lock.</summary>
    /// <remarks>Every document is read once, or twice where names are data. A database without a journal is read as well: nothing is declared then.</remarks>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<SchemaReport> ReadSchemaAsync(CancellationToken cancellation = default) =>
        OneThread.LookAsync(_store, database => SchemaReading.Read(MigrationCatalog.Discover(_modules), database, _store.Database, cancellation), cancellation);

    /// <summary>Says what a run to a goal would do, and what stands in its way. It writes nothing and waits for no lock.</summary>
    /// <param name="goal">Where to go.</param>
    /// <param name="cancellation">Ends the looking.</param>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<MigrationPlan> PlanAsync(MigrationGoal goal, CancellationToken cancellation = default) =>
        OneThread.LookAsync(_store, database => Plan(MigrationCatalog.Discover(_modules), database, Named(goal)), cancellation);

    /// <summary>The backups beside the database, newest first. It writes nothing and waits for no lock.</summary>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<IReadOnlyList<DatabaseBackup>> ListBackupsAsync(CancellationToken cancellation = default) =>
        OneThread.LookAsync(_store, database => database.ListBackups(), cancellation);

    /// <summary>Says what putting a backup back would change, and what speaks against it. It writes nothing and waits for no lock.</summary>
    /// <param name="backup">The path of the backup.</param>
    /// <param name="cancellation">Ends the looking.</param>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM3202: the backup cannot be read.</exception>
    public Task<RestorePlan> PlanRestoreAsync(string backup, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(backup);
        return OneThread.LookAsync(_store, database => PlanRestore(backup, database), cancellation);
    }

    /// <summary>Puts a backup into the place of the database, which becomes the newest backup. No backup is pruned.</summary>
    /// <param name="backup">The path of the backup. It stays where it is.</param>
    /// <param name="cancellation">Ends it before the swap; the database is then as it was.</param>
    /// <remarks>
    /// The audit trail goes on: later events of the database are carried over, and one says what was restored. The application is not let in:
    /// run the migrations of the program to which the backup belongs first.
    /// </remarks>
    /// <exception cref="MigrationException">TM32xx: it is no backup of this database, or cannot be read. The database is as it was.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled. The database is as it was.</exception>
    public Task<RestoreReport> RestoreAsync(string backup, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(backup);
        return OneThread.RunAsync(() => Restore(backup, cancellation), cancellation);
    }

    private Task<MigrationReport> RunThroughAllRooms(CancellationToken cancellation) => OneThread.RunAsync(() => Run(goal: null, swapIn: true, cancellation), cancellation);

    private MigrationReport Run(MigrationGoal? goal, bool swapIn, CancellationToken cancellation, string? approvedPlan = null)
    {
        var run = Begin(isRehearsal: !swapIn, cancellation);
        using var activity = Telemetry.StartRun(_store.Database);

        var catalog = MigrationCatalog.Discover(_modules);
        using var database = run.Open();
        var failures = new RunFailures(run);
        var plan = PlanUnderLock(catalog, database, goal, run, failures);
        run.Tell(new MigrationEvent.Planned(_store.Database, plan));
        if (plan.IsUpToDate)
        {
            database.LetApplicationIn();
            return new MigrationReport(_store.Database, plan, [], [], swap: null, run.Elapsed);
        }

        var approved = failures.Refuse(() => ApprovedPlan.By(approvedPlan, plan));
        using var migrated = failures.Keep(database, () => MigratedCopy.Make(approved, database, run, catalog.Digest));
        var verified = failures.Keep(database, migrated.Verify);
        // What fails after the swap must not say that the database is as it was.
        var swap = swapIn ? failures.Keep(database, () => verified.SwapIn(run)) : null;
        if (swap is not null)
            database.LetApplicationIn();
        return verified.Report(run, swap);
    }

    private RestoreReport Restore(string backup, CancellationToken cancellation)
    {
        var run = Begin(isRehearsal: false, cancellation);
        using var activity = Telemetry.StartRestore(_store.Database);

        using var database = run.OpenAlone();

        var failures = new RunFailures(run);
        using var restoration = failures.Refuse(() => Restoration.Prepare(backup, database));
        var approved = failures.Refuse(restoration.Approved);
        var swap = failures.Keep(database, () => approved.Run(run));
        run.Tell(new MigrationEvent.Restored(_store.Database, backup, swap.Backup));
        run.TellWarnings(swap);
        return new RestoreReport(_store.Database, restoration.Plan, swap, run.Elapsed);
    }

    private static RestorePlan PlanRestore(string backup, IDatabaseSession database)
    {
        using var restoration = Restoration.Prepare(backup, database);
        return restoration.Plan;
    }

    private RunContext Begin(bool isRehearsal, CancellationToken cancellation) =>
        new(_store, _options, _time, _observer, isRehearsal, _time.GetTimestamp(), cancellation);

    private MigrationPlan Plan(MigrationCatalog catalog, IDatabaseSession database, MigrationGoal? goal) =>
        Planner.Plan(catalog, database.State, _options.ToRequest(goal), _store.Check);

    /// <summary>Plans, and plans again under the exclusive lock: while this process waited, another may have migrated.</summary>
    private MigrationPlan PlanUnderLock(MigrationCatalog catalog, IDatabaseSession database, MigrationGoal? goal, RunContext run, RunFailures failures)
    {
        var plan = PlanNow();
        while (!plan.IsUpToDate && !plan.HasProblems && !database.IsExclusive)
        {
            database.AwaitExclusive(run.Cancellation);
            plan = PlanNow();
        }

        return plan;

        MigrationPlan PlanNow() => failures.Refuse(() => Plan(catalog, database, goal));
    }

    private static MigrationGoal Named(MigrationGoal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal;
    }

}
