using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Running;

/// <summary>A store in memory that holds no documents, but remembers who called it and fails where it is told to.</summary>
internal sealed class RecordingStore(DatabaseState state) : IMigrationStore, IDatabaseSession, IDatabaseCopy
{
    private readonly Dictionary<string, Action> _then = [];

    public List<string> Calls { get; } = [];

    public List<string> Kept { get; } = [];

    public IReadOnlyList<JournalEntry> Written { get; private set; } = [];

    public IReadOnlyList<MigrationId> Removed { get; private set; } = [];

    /// <summary>The program that the journal notes.</summary>
    public string? Program { get; set; }

    public DatabaseContents Present { get; init; } = DatabaseContents.None;

    public DatabaseContents Backup { get; init; } = DatabaseContents.None;

    public IReadOnlyList<AuditEvent> Restored { get; private set; } = [];

    public DatabaseState State { get; set; } = state;

    public RealSchema Real { get; init; } = RealSchema.Empty;

    public IReadOnlyList<DatabasePart> Parts { get; init; } = [];

    public SwapResult Swapped { get; init; } = new("shop.db.backup", []);

    public string Database => "shop.db";

    public string Kind => "recording";

    public bool IsExclusive { get; set; } = true;

    public AuditTrail Audit { get; } = new(head: null);

    public TimeSpan? LockTimeout { get; private set; }

    /// <summary>Says what happens when a call comes: an exception, a cancellation, another process. A check of a schema is a call that is not recorded.</summary>
    public RecordingStore When(string call, Action then)
    {
        _then[call] = then;
        return this;
    }

    public IEnumerable<Problem> Check(Schema schema)
    {
        Happens("check");
        return [];
    }

    public Func<DatabaseState>? TryLetIn(string program)
    {
        if (program != Program)
            return null;
        Called("let in at once");
        return () => State;
    }

    public IDatabaseSession Open(SessionOptions options, CancellationToken cancellation)
    {
        LockTimeout = options.LockTimeout;
        Called("open");
        return this;
    }

    public void AwaitExclusive(CancellationToken cancellation) => Called("await exclusive");

    public RealSchema ReadSchema(IReadOnlyList<TableSchema> declared, CancellationToken cancellation)
    {
        Called($"read schema beside {string.Join(", ", declared)}");
        return Real;
    }

    public IDatabaseCopy Copy(CopyOptions options, CancellationToken cancellation)
    {
        Called("copy");
        return new DisposedApart(this);
    }

    public ITestDatabase MakeEmpty() => throw new NotSupportedException("Seeding needs a store that holds documents: the store contract has its tests.");

    public IReadOnlyList<StoredDocument> FindAbsent(string table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation) => documents;

    public void LetApplicationIn() => Called("let in");

    public void KeepForAudit(AuditKind kind, string subject, string detail, DateTimeOffset at)
    {
        Kept.Add($"{kind} {detail}");
        Called("keep");
    }

    public IReadOnlyList<string> Adopt(Schema schema, CancellationToken cancellation)
    {
        Called("adopt");
        return [];
    }

    public IReadOnlyList<AppliedWork> Apply(IReadOnlyList<MigrationWork> works, ApplyOptions options, CancellationToken cancellation)
    {
        foreach (var work in works)
        {
            options.OnWorking(work);
            Called($"apply {work.Definition.Id.Text}");
        }

        return [.. works.Select(_ => new AppliedWork([new TableCount("orders", 2, 2)], []))];
    }

    public void Insert(TableSchema table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation) => Called($"insert {documents.Count} into {table.Name}");

    public IReadOnlyList<string> Verify(IReadOnlyList<MigrationWork> migrated, CancellationToken cancellation)
    {
        Called("verify");
        return [];
    }

    public void Write(IReadOnlyList<JournalEntry> applied, IReadOnlyList<MigrationId> reverted, AuditTrail audit, string? program)
    {
        Called("write");
        Program = program;
        Written = [.. applied];
        Removed = [.. reverted];
    }

    public void AddKept(AuditTrail audit) => Called("add kept");

    public IReadOnlyList<DatabaseBackup> ListBackups() => [];

    public DatabaseContents ReadContents()
    {
        Called("read contents");
        return Present;
    }

    public IBackupSession OpenBackup(string path)
    {
        Called("open backup");
        return new OpenedBackup(this);
    }

    public CopyAddress LetOthersOpen()
    {
        Called("let others open");
        return new CopyAddress("/work/copy.db", "Filename=/work/copy.db;Password=secret");
    }

    public MadeBackup MakeBackup(BackupOptions options, CancellationToken cancellation)
    {
        Called("make backup");
        return new MadeBackup(new DatabaseBackup(options.Path ?? "shop.db.backup", DateTimeOffset.UnixEpoch, Bytes: 8192, Head: null, Problem: null), []);
    }

    public IReadOnlyList<DatabasePart> ListParts() => Parts;

    public IReadOnlyList<string> Drop(bool withBackups)
    {
        Called(withBackups ? "drop with backups" : "drop");
        return [];
    }
    public IDataReading ReadData() => throw new NotSupportedException("It holds no documents.");

    public IDataLoading LoadData(IReadOnlyDictionary<string, string> settings) => throw new NotSupportedException("It holds no documents.");

    public SwapResult SwapIn()
    {
        Called("swap");
        return Swapped;
    }

    public void Dispose() => Calls.Add("close");

    private void Called(string call)
    {
        Calls.Add(call);
        Happens(call);
    }

    private void Happens(string call)
    {
        if (_then.TryGetValue(call, out var then))
            then();
    }

    /// <summary>The copy is thrown away by itself, apart from the session.</summary>
    private sealed class DisposedApart(RecordingStore store) : IDatabaseCopy
    {
        public AuditTrail Audit => store.Audit;

        public IReadOnlyList<string> Adopt(Schema schema, CancellationToken cancellation) => store.Adopt(schema, cancellation);

        public IReadOnlyList<AppliedWork> Apply(IReadOnlyList<MigrationWork> works, ApplyOptions options, CancellationToken cancellation) => store.Apply(works, options, cancellation);

        public void Insert(TableSchema table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation) => store.Insert(table, documents, cancellation);

        public IReadOnlyList<string> Verify(IReadOnlyList<MigrationWork> migrated, CancellationToken cancellation) => store.Verify(migrated, cancellation);

        public void Write(IReadOnlyList<JournalEntry> applied, IReadOnlyList<MigrationId> reverted, AuditTrail audit, string? program) => store.Write(applied, reverted, audit, program);

        public CopyAddress LetOthersOpen() => store.LetOthersOpen();

        public SwapResult SwapIn() => store.SwapIn();

        public void Dispose() => store.Calls.Add("throw copy away");
    }

    private sealed class OpenedBackup(RecordingStore store) : IBackupSession
    {
        public DatabaseContents Contents => store.Backup;

        public SwapResult PutInPlace(AuditTrail audit, CancellationToken cancellation)
        {
            store.Called("put in place");
            store.Restored = [.. audit.Added];
            return store.Swapped;
        }

        public void Dispose() => store.Calls.Add("close backup");
    }
}

/// <summary>Remembers what it is told.</summary>
internal sealed class Listener : IMigrationObserver
{
    public List<MigrationEvent> Heard { get; } = [];

    public Action<MigrationEvent> Then { get; init; } = _ => { };

    public void Observe(MigrationEvent happened)
    {
        Heard.Add(happened);
        Then(happened);
    }
}
