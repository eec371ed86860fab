using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Running;
using TypedMigrations.Storing;

namespace TypedMigrations;

public sealed partial class Migrator
{
    /// <summary>Says what a new database would hold and this one lacks, and what speaks against putting it back. It writes nothing and waits for no lock.</summary>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read. Or the migrations that it has fail on a new database: the message is that run's own.</exception>
    public Task<SeedPlan> PlanSeedAsync(CancellationToken cancellation = default) =>
        OneThread.LookAsync(_store, database => PlanSeed(MigrationCatalog.Discover(_modules), database, cancellation), cancellation);

    /// <summary>Inserts what a new database would hold and this one lacks, whatever made it go. Nothing is overwritten; with nothing missing, nothing is written.</summary>
    /// <param name="cancellation">Ends it before the swap; the database is then as it was.</param>
    /// <remarks>
    /// A new database in memory gets the migrations that this one has, with bootstrap data, and with test data where the options ask for it. Its documents whose keys are absent here
    /// are inserted into a copy, which is verified and swapped in; the database as it was becomes the newest backup. The journal stays as it is, and the audit trail says what was inserted.
    /// Pending migrations stay pending. The application is not let in.
    /// </remarks>
    /// <exception cref="MigrationException">TM4005: a unique index refuses a document. TM3013: test data was asked for in a real database. The database is as it was.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled. The database is as it was.</exception>
    public Task<SeedReport> SeedAsync(CancellationToken cancellation = default) => OneThread.RunAsync(() => Seed(cancellation), cancellation);

    private SeedReport Seed(CancellationToken cancellation)
    {
        var run = Begin(isRehearsal: false, cancellation);
        using var activity = Telemetry.StartSeed(_store.Database);

        var catalog = MigrationCatalog.Discover(_modules);
        using var database = run.Open();
        var failures = new RunFailures(run);
        var plan = failures.Refuse(() => PlanSeedUnderLock(catalog, database, run));
        if (plan.IsComplete)
            return new SeedReport(_store.Database, plan, [], swap: null, run.Elapsed);

        using var seeded = failures.Keep(database, () => SeededCopy.Make(plan, database, run));
        var swap = failures.Keep(database, () => seeded.SwapIn(run));
        run.Tell(new MigrationEvent.SwappedIn(_store.Database, swap.Backup));
        run.TellWarnings(swap);
        return new SeedReport(_store.Database, plan, seeded.Notes, swap, run.Elapsed);
    }

    /// <summary>Compares, and compares again under the exclusive lock: while this process waited, another may have written.</summary>
    private SeedPlan PlanSeedUnderLock(MigrationCatalog catalog, IDatabaseSession database, RunContext run)
    {
        var plan = PlanSeed(catalog, database, run.Cancellation);
        while (!plan.IsComplete && !plan.HasProblems && !database.IsExclusive)
        {
            database.AwaitExclusive(run.Cancellation);
            plan = PlanSeed(catalog, database, run.Cancellation);
        }

        return plan.HasProblems ? throw new MigrationException(plan.Problems) : plan;
    }

    private SeedPlan PlanSeed(MigrationCatalog catalog, IDatabaseSession database, CancellationToken cancellation) =>
        new Seeding(catalog, database, _options.ToRequest(goal: null)).Plan(cancellation);
}
