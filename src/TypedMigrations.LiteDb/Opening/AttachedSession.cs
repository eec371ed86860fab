using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Verifying;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>A database that this process has open for the application: it says what is pending, and refuses to be migrated.</summary>
internal sealed class AttachedSession(ApplicationEngine engine, string database, LiteDbConnection? connection) : IDatabaseSession
{
    public DatabaseState State => LiteDbJournal.Read(engine);

    public bool IsExclusive => true;

    public void AwaitExclusive(CancellationToken cancellation)
    {
    }

    public IDatabaseCopy Copy(CopyOptions options, CancellationToken cancellation) => throw InUse();

    // The engine is the application's: it stays open, and its page cache grows as with any reading of the application's own.
    public RealSchema ReadSchema(IReadOnlyList<TableSchema> declared, CancellationToken cancellation) =>
        new DatabaseScan(() => engine, () => { }, cancellation).Read(declared);

    public IReadOnlyList<RealSchema> ReadSchemas(IReadOnlyList<IReadOnlyList<TableSchema>> declared, CancellationToken cancellation) =>
        new DatabaseScan(() => engine, () => { }, cancellation).Read(declared);
    public ITestDatabase MakeEmpty() => Absence.MakeEmpty(engine);

    public IReadOnlyList<StoredDocument> FindAbsent(string table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation) => Absence.Find(engine, table, documents, cancellation);

    public void LetApplicationIn()
    {
    }

    public void KeepForAudit(AuditKind kind, string subject, string detail, DateTimeOffset at)
    {
    }

    public void AddKept(AuditTrail audit)
    {
    }

    public IReadOnlyList<DatabaseBackup> ListBackups() => connection is null ? [] : [.. Backups.List(connection.File).Reverse().Select(path => BackupSession.Describe(path, connection))];

    public DatabaseContents ReadContents() => throw InUse();

    public IBackupSession OpenBackup(string path) => throw InUse();

    public MadeBackup MakeBackup(BackupOptions options, CancellationToken cancellation) => throw InUse();

    public IReadOnlyList<DatabasePart> ListParts() => connection is null ? [] : DatabaseParts.List(connection.File);

    public IReadOnlyList<string> Drop(bool withBackups) => throw InUse();
    public IDataReading ReadData() => throw InUse("Dump and compare before the application uses the database, or a backup of it.");

    public IDataLoading LoadData(IReadOnlyDictionary<string, string> settings) => throw InUse("Load before the application uses the database.");

    public void Dispose()
    {
    }

    private MigrationException InUse(string nextStep = "Migrate before the application uses the database: when the host starts, or with await app.MigrateAsync().") =>
        new(new Problem(ErrorCode.HeldByAnother, $"{database} is in use by the application itself.", nextStep));
}
