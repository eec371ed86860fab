using TypedMigrations.Cli.Answers;

namespace TypedMigrations.Cli.Operating;

/// <summary>Whoever answers for the migrations of an application and its database: this process, or a running host.</summary>
/// <remarks>It speaks in answers only, which go over a wire as they go to standard output.</remarks>
internal interface IOperator : IAsyncDisposable
{
    /// <summary>The migrations in the code.</summary>
    Task<ListAnswer> ListAsync(CancellationToken cancellation);

    /// <summary>Which migrations the database has, and which it lacks.</summary>
    Task<StatusAnswer> StatusAsync(CancellationToken cancellation);

    /// <summary>What a run would do.</summary>
    Task<PlanAnswer> PlanAsync(RunRequest request, CancellationToken cancellation);

    /// <summary>Does on a copy, which is thrown away, what a run would do.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="command">What runs against the migrated copy before it goes; null for nothing.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<RunAnswer> RehearseAsync(RunRequest request, RehearsalCommand? command, CancellationToken cancellation);

    /// <summary>Applies migrations, or takes them back.</summary>
    Task<RunAnswer> RunAsync(RunRequest request, CancellationToken cancellation);

    /// <summary>Where the database differs from the constants.</summary>
    Task<CheckAnswer> CheckAsync(CancellationToken cancellation);

    /// <summary>The backups beside the database.</summary>
    Task<BackupsAnswer> ListBackupsAsync(CancellationToken cancellation);

    /// <summary>What putting a backup back would change.</summary>
    Task<RestorePlanAnswer> PlanRestoreAsync(string backup, CancellationToken cancellation);

    /// <summary>Puts a backup back.</summary>
    Task<RestoreAnswer> RestoreAsync(string backup, CancellationToken cancellation);

    /// <summary>Makes a backup: among the others, or at a path.</summary>
    Task<MadeBackupAnswer> BackupAsync(string? path, CancellationToken cancellation);

    /// <summary>Makes an empty database.</summary>
    Task<CreateAnswer> CreateAsync(bool isTestDatabase, CancellationToken cancellation);

    /// <summary>What dropping the database would remove.</summary>
    Task<DropPlanAnswer> PlanDropAsync(CancellationToken cancellation);

    /// <summary>Removes the database.</summary>
    Task<DropAnswer> DropAsync(bool withBackups, CancellationToken cancellation);

    /// <summary>Reads the whole audit trail.</summary>
    Task<AuditAnswer> ReadAuditAsync(CancellationToken cancellation);

    /// <summary>Writes documents as JSON lines.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="tables">The tables; none for those of the module of the settings, or for all with the journal.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<DumpAnswer> DumpAsync(Stream output, IReadOnlyList<string> tables, CancellationToken cancellation);

    /// <summary>The real schema as text.</summary>
    Task<string> DumpSchemaAsync(IReadOnlyList<string> tables, CancellationToken cancellation);

    /// <summary>Loads a dump into an empty database.</summary>
    Task<LoadAnswer> LoadAsync(Stream dump, IReadOnlyList<string> tables, CancellationToken cancellation);

    /// <summary>Compares two of a migration, a database and a dump.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other; null for the database of the settings.</param>
    /// <param name="withData">Whether documents are compared, too.</param>
    /// <param name="folder">The folder from which relative paths are meant.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<DiffAnswer> DiffAsync(string left, string? right, bool withData, string folder, CancellationToken cancellation);

    /// <summary>Inserts what a new database would hold and this one lacks.</summary>
    Task<SeedAnswer> SeedAsync(bool testData, CancellationToken cancellation);

    /// <summary>Where the modules of a database without a journal seem to be.</summary>
    Task<BaselinePlanAnswer> FindBaselineAsync(CancellationToken cancellation);

    /// <summary>Records where they are.</summary>
    Task<RunAnswer> BaselineAsync(IReadOnlyDictionary<string, string> at, CancellationToken cancellation);

    /// <summary>Waits until the database exists and nobody holds it.</summary>
    Task<WaitAnswer> WaitAsync(TimeSpan timeout, CancellationToken cancellation);
}
