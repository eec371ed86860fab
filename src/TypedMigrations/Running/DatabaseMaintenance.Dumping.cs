using TypedMigrations.Dumping;
using TypedMigrations.Running;
using TypedMigrations.Storing;

namespace TypedMigrations;

public sealed partial class DatabaseMaintenance
{
    /// <summary>Writes the database as JSON lines that keep every type and value exactly; <c>docs/dump.md</c> has the format. It writes nothing to the database and waits for no lock.</summary>
    /// <param name="output">Where to: written from its position on, on another thread and without its asynchronous methods. It stays open. Where this fails, what was written is no whole dump.</param>
    /// <param name="options">What to dump; null for everything.</param>
    /// <param name="cancellation">Ends the dumping.</param>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read. TM3401: there is no database, or no table of a name.</exception>
    public Task<DumpReport> DumpAsync(Stream output, DumpOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        return OneThread.RunAsync(() => Dump(output, options ?? new DumpOptions(), Begin(cancellation)), cancellation);
    }

    /// <summary>Loads a dump into a database that does not exist yet or has neither tables nor a journal. It is built beside it, read back and compared, and then swapped in.</summary>
    /// <param name="dump">What <see cref="DumpAsync"/> wrote: read from its position on, on another thread and without its asynchronous methods. It stays open.</param>
    /// <param name="options">What to load; null for everything.</param>
    /// <param name="cancellation">Ends it before the swap; the database is then as it was.</param>
    /// <remarks>The journal is the dump's, so that migrations go on from where the dumped database was. The application is not let in: run the migrations of the program first.</remarks>
    /// <exception cref="MigrationException">TM34xx: the database is not empty, or the dump is broken; the message has the line. The database is as it was.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled. The database is as it was.</exception>
    public Task<LoadReport> LoadAsync(Stream dump, LoadOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dump);
        return OneThread.RunAsync(() => Load(dump, options ?? new LoadOptions(), Begin(cancellation)), cancellation);
    }

    /// <summary>Compares the documents of this database with those of another one of the same kind. It writes nothing and waits for no lock.</summary>
    /// <param name="other">The other database.</param>
    /// <param name="options">What to compare; null for all tables but journal and audit trail.</param>
    /// <param name="cancellation">Ends the comparing.</param>
    /// <remarks>Documents alone: indexes and settings are not compared. A table that only one database has is a difference, an empty one too.</remarks>
    /// <exception cref="MigrationException">TM3001: another process has one of them. TM30xx: one cannot be read. TM3401: there is no database, or no table of a name. TM3406: they are of different kinds, or order their keys differently.</exception>
    public Task<DataComparison> CompareAsync(IMigrationStore other, ComparisonOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(other);
        return OneThread.RunAsync(() => Compare(other, options ?? new ComparisonOptions(), Begin(cancellation)), cancellation);
    }

    private DumpReport Dump(Stream output, DumpOptions options, RunContext run)
    {
        using var database = OpenToRead(_store, run);
        using var data = database.ReadData();
        return new DumpMaking(data, options, run).WriteTo(output);
    }

    private DataComparison Compare(IMigrationStore other, ComparisonOptions options, RunContext run)
    {
        if (other.Kind != _store.Kind)
        {
            throw new MigrationException(new Problem(ErrorCode.NotComparable, $"{_store.Database} is a database of {_store.Kind}, and {other.Database} one of {other.Kind}.",
                "Compare databases of the same kind."));
        }

        using var database = OpenToRead(_store, run);
        using var otherDatabase = OpenToRead(other, run);
        using var data = database.ReadData();
        using var otherData = otherDatabase.ReadData();
        return new DataComparing(data, otherData, other.Database, options, run).Compare();
    }

    private LoadReport Load(Stream dump, LoadOptions options, RunContext run)
    {
        using var database = run.OpenAlone();

        using var lines = new DumpLines(dump);
        var failures = new RunFailures(run);
        using var loading = failures.Refuse(() => BeginLoading(lines, database, options, run));
        var (tables, swap) = failures.Refuse(() => LoadAll(loading));
        run.Tell(new MigrationEvent.Loaded(_store.Database, swap.Backup));
        run.TellWarnings(swap);
        return new LoadReport(_store.Database, tables, swap, run.Elapsed);
    }

    private static (IReadOnlyList<TableDocuments> Tables, SwapResult Swap) LoadAll(DumpLoading loading)
    {
        var tables = loading.Load();
        loading.Verify();
        return (tables, loading.SwapIn());
    }

    private DumpLoading BeginLoading(DumpLines lines, IDatabaseSession database, LoadOptions options, RunContext run)
    {
        var state = database.State;
        if (!state.HasTables && !state.HasJournal)
            return DumpLoading.Begin(lines, database, options, run);

        throw new MigrationException(new Problem(ErrorCode.NotEmpty, $"{_store.Database} has {(state.HasTables ? "tables" : "a journal")} already: a dump is loaded only where there is nothing yet.",
            "Load it into a database of another name, or move this one away.", ("migrations", $"{state.Journal.Count:N0} in its journal")));
    }

    private static IDatabaseSession OpenToRead(IMigrationStore store, RunContext run)
    {
        var database = store.Open(SessionOptions.WithoutWaiting, run.Cancellation);
        if (database.State.Exists)
            return database;

        database.Dispose();
        throw new MigrationException(new Problem(ErrorCode.DataMissing, $"There is no database {store.Database}.", "Name one that is there, or migrate first: that makes it."));
    }
}
