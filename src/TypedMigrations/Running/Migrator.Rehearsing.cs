using TypedMigrations.Discovering;
using TypedMigrations.Running;
using TypedMigrations.Storing;

namespace TypedMigrations;

public sealed partial class Migrator
{
    /// <summary>Rehearses a run, and lets others use the migrated copy before it is thrown away. The database stays locked and as it is.</summary>
    /// <param name="goal">Where to go; null for as far as the options say.</param>
    /// <param name="use">
    /// Is given the migrated, verified and closed copy; with nothing pending, a copy of the database as it is. Nobody else has the copy while it
    /// runs. What it throws reaches the caller.
    /// </param>
    /// <param name="cancellation">Ends the rehearsal.</param>
    /// <exception cref="MigrationException">The run would be refused or fail. TM3305: the database has no file, so that nobody else can open its copy.</exception>
    public Task<MigrationReport> RehearseAsync(MigrationGoal? goal, Func<RehearsedCopy, CancellationToken, Task> use, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(use);
        return OneThread.RunAsync(() => Rehearse(goal, use, cancellation), cancellation);
    }

    private MigrationReport Rehearse(MigrationGoal? goal, Func<RehearsedCopy, CancellationToken, Task> use, CancellationToken cancellation)
    {
        var run = Begin(isRehearsal: true, cancellation);
        using var activity = Telemetry.StartRun(_store.Database);

        var catalog = MigrationCatalog.Discover(_modules);
        using var database = run.OpenAlone();
        var failures = new RunFailures(run);
        var plan = failures.Refuse(() => Plan(catalog, database, goal));
        run.Tell(new MigrationEvent.Planned(_store.Database, plan));

        if (plan.IsUpToDate)
        {
            using var same = failures.Keep(database, () => database.Copy(run.CopyOptions(isTestDatabase: false, looksUpStateBefore: false), cancellation));
            run.Tell(new MigrationEvent.Copied(_store.Database));
            return Use(same, new MigrationReport(_store.Database, plan, [], [], swap: null, run.Elapsed));
        }

        var approved = failures.Refuse(() => ApprovedPlan.Automatically(plan));
        using var migrated = failures.Keep(database, () => MigratedCopy.Make(approved, database, run, catalog.Digest));
        var verified = failures.Keep(database, migrated.Verify);
        return Use(verified.Copy, verified.Report(run, swap: null));

        MigrationReport Use(IDatabaseCopy copy, MigrationReport report)
        {
            var address = failures.Keep(database, copy.LetOthersOpen);
            // The thread waits, because it is the run's, and what the caller's code throws is no failure of the run.
            use(new RehearsedCopy(address, report), cancellation).GetAwaiter().GetResult();
            return report;
        }
    }
}
