using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.Hosting.Tests;

/// <summary>A database in memory that only keeps a journal: enough for hosting, which never looks at documents.</summary>
internal sealed class FakeStore : IMigrationStore
{
    private List<JournalEntry> _journal = [];

    public string Database => "fake.db";

    public string Kind => "fake";

    /// <summary>Whether the database has tables that no journal knows of.</summary>
    public bool HasForeignTables { get; init; }

    /// <summary>What every opening meets: a chance to fail, or to wait for the cancellation.</summary>
    public Action<SessionOptions, CancellationToken> OnOpen { get; set; } = (_, _) => { };

    public int OpenCount { get; private set; }

    public int SwapCount { get; private set; }

    public bool IsOpenForApplication { get; private set; }

    public IReadOnlyList<JournalEntry> Journal => _journal;

    public SessionOptions? LastSession { get; private set; }

    public CopyOptions? LastCopy { get; private set; }

    public IEnumerable<Problem> Check(Schema schema) => [];

    public IDatabaseSession Open(SessionOptions options, CancellationToken cancellation)
    {
        OpenCount++;
        LastSession = options;
        OnOpen(options, cancellation);
        return new Session(this);
    }

    public static MigrationException NotADatabase() => new(new Problem(ErrorCode.NotADatabase, "fake.db is no database.", "Name another file."));

    private sealed class Session(FakeStore store) : IDatabaseSession
    {
        public DatabaseState State => new(Exists: true, store.HasForeignTables || store._journal.Count > 0, [.. store._journal], IsTestDatabase: false);

        public bool IsExclusive => true;

        public void AwaitExclusive(CancellationToken cancellation)
        {
        }

        public RealSchema ReadSchema(IReadOnlyList<TableSchema> declared, CancellationToken cancellation) => RealSchema.Empty;

        public IDatabaseCopy Copy(CopyOptions options, CancellationToken cancellation)
        {
            store.LastCopy = options;
            return new Copied(store);
        }

        public ITestDatabase MakeEmpty() => throw new NotSupportedException("A host does not seed.");

        public IReadOnlyList<StoredDocument> FindAbsent(string table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation) => documents;

        public void LetApplicationIn() => store.IsOpenForApplication = true;

        public void KeepForAudit(AuditKind kind, string subject, string detail, DateTimeOffset at)
        {
        }

        public void AddKept(AuditTrail audit)
        {
        }

        public IReadOnlyList<DatabaseBackup> ListBackups() => [];

        public DatabaseContents ReadContents() => DatabaseContents.None;

        public IBackupSession OpenBackup(string path) => throw NotADatabase();

        public MadeBackup MakeBackup(BackupOptions options, CancellationToken cancellation) => throw NotADatabase();

        public IReadOnlyList<DatabasePart> ListParts() => [];

        public IReadOnlyList<string> Drop(bool withBackups) => throw NotADatabase();
        public IDataReading ReadData() => throw NotADatabase();

        public IDataLoading LoadData(IReadOnlyDictionary<string, string> settings) => throw NotADatabase();

        public void Dispose()
        {
        }
    }

    private sealed class Copied(FakeStore store) : IDatabaseCopy
    {
        private readonly List<JournalEntry> _journal = [.. store._journal];

        public AuditTrail Audit { get; } = new(head: null);

        public IReadOnlyList<string> Adopt(Schema schema, CancellationToken cancellation) => ["Made index idx_name of table products."];

        public IReadOnlyList<AppliedWork> Apply(IReadOnlyList<MigrationWork> works, ApplyOptions options, CancellationToken cancellation)
        {
            foreach (var work in works)
            {
                options.OnWorking(work);
                options.OnProgress("products", 3, 3);
            }

            return [.. works.Select(_ => new AppliedWork([new TableCount("products", 3, 3)], []))];
        }

        public void Insert(TableSchema table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation)
        {
        }

        public IReadOnlyList<string> Verify(IReadOnlyList<MigrationWork> migrated, CancellationToken cancellation) => ["Table old is not declared and is kept."];

        public void Write(IReadOnlyList<JournalEntry> applied, IReadOnlyList<MigrationId> reverted, AuditTrail audit, string? program) => _journal.AddRange(applied);

        public CopyAddress LetOthersOpen() => throw NotADatabase();

        public SwapResult SwapIn()
        {
            store._journal = _journal;
            store.SwapCount++;
            return new SwapResult("fake.db.backup", ["An old backup could not be pruned."]);
        }

        public void Dispose()
        {
        }
    }
}
