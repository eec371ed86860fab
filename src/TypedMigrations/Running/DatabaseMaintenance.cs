using TypedMigrations.Running;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>What operators do with a database and what needs no modules: back up, create, drop, wait, read the audit trail.</summary>
/// <remarks>What changes something takes the lock as a run does, and waits <see cref="MigrationOptions.LockTimeout"/> for it. What only looks waits for nobody.</remarks>
public sealed partial class DatabaseMaintenance
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(100);

    private readonly IMigrationStore _store;
    private readonly MigrationOptions _options;
    private readonly TimeProvider _time;
    private readonly IMigrationObserver? _observer;

    /// <summary>Makes it.</summary>
    /// <param name="store">The database.</param>
    /// <param name="options">How long to wait for the lock; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="observer">Who is told what happens; null for nobody.</param>
    public DatabaseMaintenance(IMigrationStore store, MigrationOptions? options = null, TimeProvider? time = null, IMigrationObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _options = options ?? new MigrationOptions();
        _time = time ?? TimeProvider.System;
        _observer = observer;
    }

    /// <summary>Makes a backup. It appears under its name only when all of it was read again and is on the disk. No backup is pruned.</summary>
    /// <param name="path">Where to, in a folder that exists; nothing may be there yet. Null, the default, for among the backups of the database.</param>
    /// <param name="cancellation">Ends it; nothing is left behind.</param>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM3302: there is none. TM3303: it cannot be made there. The database is as it was.</exception>
    public Task<BackupReport> BackupAsync(string? path = null, CancellationToken cancellation = default) => OneThread.RunAsync(() => Backup(path, cancellation), cancellation);

    /// <summary>Makes an empty database where none is. The next run applies every migration to it.</summary>
    /// <param name="isTestDatabase">Whether it is marked as a test database, which takes test data. The default is false.</param>
    /// <param name="cancellation">Ends it before the database is there.</param>
    /// <exception cref="MigrationException">TM3001: another process has the place. TM3301: there is a database already, which is as it was.</exception>
    public Task<CreationReport> CreateAsync(bool isTestDatabase = false, CancellationToken cancellation = default) => OneThread.RunAsync(() => Create(isTestDatabase, cancellation), cancellation);

    /// <summary>Says what dropping the database would remove. It writes nothing and waits for no lock.</summary>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<DropPlan> PlanDropAsync(CancellationToken cancellation = default) => OneThread.LookAsync(_store, PlanDrop, cancellation);

    /// <summary>Removes the database, under the exclusive lock. Interrupted at any point, it is as it was, or gone.</summary>
    /// <param name="withBackups">Whether its backups go too, after the database. The default is false.</param>
    /// <param name="cancellation">Ends it before anything is removed.</param>
    /// <remarks>Where a drop was cut, calling it again removes what is left.</remarks>
    /// <exception cref="MigrationException">TM3001, TM3011: another process or the application has the database. TM3302: there is nothing. TM3304: it could not be removed and is as it was.</exception>
    public Task<DropReport> DropAsync(bool withBackups = false, CancellationToken cancellation = default) => OneThread.RunAsync(() => Drop(withBackups, cancellation), cancellation);

    /// <summary>Reads the whole audit trail, and what failed runs left for it. It writes nothing and waits for no lock.</summary>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<AuditReport> ReadAuditAsync(CancellationToken cancellation = default) => OneThread.LookAsync(_store, ReadAudit, cancellation);

    /// <summary>Reads journal, audit trail and how many documents each table has. It writes nothing and waits for no lock.</summary>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<DatabaseContents> ReadContentsAsync(CancellationToken cancellation = default) => OneThread.LookAsync(_store, database => database.ReadContents(), cancellation);

    /// <summary>Reads what the database really holds: every document once, or twice where names are data. It writes nothing and waits for no lock.</summary>
    /// <param name="declared">The tables whose misfits are counted; <see cref="Schema.Empty"/> for none.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public Task<RealSchema> ReadSchemaAsync(Schema declared, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return OneThread.LookAsync(_store, database => database.ReadSchema(declared.Tables, cancellation), cancellation);
    }

    /// <summary>Waits until the database exists and nobody holds it. What it finds then may change at once: this keeps nothing.</summary>
    /// <param name="timeout">How long to wait; zero asks once. The lock timeout of the options does not count.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The state of the database.</returns>
    /// <exception cref="MigrationException">TM3001: another process still has it. TM3302: it still does not exist. TM30xx: it cannot be read.</exception>
    public Task<DatabaseState> WaitAsync(TimeSpan timeout, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        return Wait(timeout, cancellation);
    }

    private BackupReport Backup(string? path, CancellationToken cancellation)
    {
        var run = Begin(cancellation);
        using var database = run.OpenAlone();
        return new RunFailures(run).Refuse(() =>
        {
            if (!database.State.Exists)
                throw Missing("Name the database that is to be backed up.");

            var made = database.MakeBackup(run.BackupOptions(path), cancellation);
            return new BackupReport(_store.Database, made.Backup, made.Warnings, run.Elapsed);
        });
    }

    private CreationReport Create(bool isTestDatabase, CancellationToken cancellation)
    {
        var run = Begin(cancellation);
        using var database = run.OpenAlone();
        return new RunFailures(run).Refuse(() =>
        {
            if (database.State.Exists)
                throw Exists();

            using var copy = database.Copy(run.CopyOptions(isTestDatabase, looksUpStateBefore: false), cancellation);
            copy.Verify([], cancellation);
            copy.Write([], [], copy.Audit, program: null);
            cancellation.ThrowIfCancellationRequested();
            return new CreationReport(_store.Database, isTestDatabase, copy.SwapIn().Warnings, run.Elapsed);
        });
    }

    private DropPlan PlanDrop(IDatabaseSession database) => new(_store.Database, database.ReadContents(), database.ListParts());

    private DropReport Drop(bool withBackups, CancellationToken cancellation)
    {
        var run = Begin(cancellation);
        using var database = run.OpenAlone();
        return new RunFailures(run).Refuse(() =>
        {
            var plan = PlanDrop(database);
            if (plan.Removed.Count == 0 && !(withBackups && plan.Backups.Count > 0) && !plan.Contents.State.Exists)
                throw Missing("There is nothing to drop.");

            cancellation.ThrowIfCancellationRequested();
            return new DropReport(plan, withBackups, database.Drop(withBackups), run.Elapsed);
        });
    }

    private AuditReport ReadAudit(IDatabaseSession database)
    {
        var events = database.ReadContents().Audit;
        var kept = new AuditTrail(events.LastOrDefault());
        database.AddKept(kept);
        return new AuditReport(_store.Database, events, kept.Added);
    }

    private async Task<DatabaseState> Wait(TimeSpan timeout, CancellationToken cancellation)
    {
        var run = Begin(cancellation);
        for (; ; )
        {
            var left = timeout - run.Elapsed;
            var state = await OneThread.RunAsync(() => StateWithin(left, run), cancellation).ConfigureAwait(false);
            if (state.Exists)
                return state;
            if (left <= TimeSpan.Zero)
                throw Missing("Make it with the program to which it belongs, or wait longer.");

            await Task.Delay(left < AskEvery ? left : AskEvery, _time, cancellation).ConfigureAwait(false);
        }
    }

    private DatabaseState StateWithin(TimeSpan left, RunContext run)
    {
        using var database = run.Open(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return database.State;
    }

    private RunContext Begin(CancellationToken cancellation) => new(_store, _options, _time, _observer, IsRehearsal: false, _time.GetTimestamp(), cancellation);

    private MigrationException Missing(string nextStep) => new(new Problem(ErrorCode.DatabaseMissing, $"{_store.Database} does not exist.", nextStep));

    private MigrationException Exists() => new(new Problem(
        ErrorCode.DatabaseExists, $"{_store.Database} exists already.", "Name a database that does not exist, or drop this one first, which removes all its data."));

}
