using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Dumping;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.LiteDb.Verifying;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>A database without a file: migrated on a copy in memory, whose bytes then replace the stream's.</summary>
internal sealed class StreamSession : IDatabaseSession
{
    private readonly StreamPlace _place;
    private readonly ApplicationEngine _application;

    public StreamSession(StreamPlace place, ApplicationEngine application)
    {
        _place = place;
        _application = application;
        State = place.Translate(Read);
    }

    public DatabaseState State { get; }

    public bool IsExclusive => true;

    public void AwaitExclusive(CancellationToken cancellation)
    {
    }

    public IDatabaseCopy Copy(CopyOptions options, CancellationToken cancellation)
    {
        var exists = _place.Data.Length > 0;
        var copy = new MemoryStream();
        _place.Data.Position = 0;
        _place.Data.CopyTo(copy);
        var file = new WorkingMemory(copy, _place.Template);
        try
        {
            var audit = new AuditTrail(_place.Translate(() => LiteDbJournal.AuditHead(file.Engine)));
            AddKept(audit);
            return new LiteDbCopy(file, audit, exists ? null : options.IsTestDatabase, () => Replace(file), file.Remove)
            {
                Note = $"{_place.DisplayName} has no file: it is changed in place when the copy is proved, without a swap and without a backup",
                OnVerifying = options.OnVerifying,
            };
        }
        catch
        {
            file.Remove();
            throw;
        }
    }

    public ITestDatabase MakeEmpty()
    {
        using var engine = _place.Open();
        return Absence.MakeEmpty(engine);
    }

    public IReadOnlyList<StoredDocument> FindAbsent(string table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation)
    {
        using var engine = _place.Open();
        return _place.Translate(() => Absence.Find(engine, table, documents, cancellation));
    }

    public void LetApplicationIn() => _application.LetIn();

    public void KeepForAudit(AuditKind kind, string subject, string detail, DateTimeOffset at) => _place.KeptForAudit.Add((kind, subject, detail, at));

    public void AddKept(AuditTrail audit)
    {
        foreach (var (kind, subject, detail, at) in _place.KeptForAudit)
            audit.Add(kind, subject, detail, at);
    }

    public RealSchema ReadSchema(IReadOnlyList<TableSchema> declared, CancellationToken cancellation) => ReadSchemas([declared], cancellation)[0];

    public IReadOnlyList<RealSchema> ReadSchemas(IReadOnlyList<IReadOnlyList<TableSchema>> declared, CancellationToken cancellation)
    {
        if (!State.Exists)
            return [.. declared.Select(_ => RealSchema.Empty)];
        using var engine = _place.Open();
        return _place.Translate(() => new DatabaseScan(() => engine, () => { }, cancellation).Read(declared));
    }

    public IReadOnlyList<DatabaseBackup> ListBackups() => [];

    public DatabaseContents ReadContents()
    {
        if (!State.Exists)
            return DatabaseContents.None;
        using var engine = _place.Open();
        return _place.Translate(() => Contents.Read(engine, origin: null));
    }

    public IBackupSession OpenBackup(string path) => throw NoBackups();

    public MadeBackup MakeBackup(BackupOptions options, CancellationToken cancellation) => throw NoFiles.Of(_place.DisplayName, "be backed up");

    public IReadOnlyList<DatabasePart> ListParts() => [];

    public IReadOnlyList<string> Drop(bool withBackups) => throw NoFiles.Of(_place.DisplayName, "be dropped");
    public IDataReading ReadData() => Read(_place.Data);

    public IDataLoading LoadData(IReadOnlyDictionary<string, string> settings)
    {
        var collation = DatabasePragmas.Check(settings);
        LoadMaking.CheckCollation(_place.Template.Collation, collation);
        var file = new WorkingMemory(new MemoryStream(), new EngineSettings { Password = _place.Template.Password, Collation = collation });
        return new LiteDbLoading(file, settings, () => Read(file.Data), () => Replace(file), file.Remove);
    }

    public void Dispose()
    {
    }

    private LiteDbReading Read(Stream data) => new(_place.Translate(() => new StillDatabase(data, log: null, _place.Template.Password)), _place.Translate);

    private MigrationException NoBackups() => new(new Problem(
        ErrorCode.BackupUnreadable, $"{_place.DisplayName} has no file, and so no backups.", "Keep a copy of its bytes before the run, and give the store a stream of them to go back."));

    private DatabaseState Read()
    {
        if (_place.Data.Length == 0)
            return DatabaseState.None;
        var start = new byte[LiteDbPage.Size];
        _place.Data.Position = 0;
        var read = _place.Data.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (_place.Template.Password is null && (read < LiteDbPage.Size || !new LiteDbPage(start).HasSignature))
        {
            throw new MigrationException(new Problem(ErrorCode.NotADatabase, $"{char.ToUpperInvariant(_place.DisplayName[0])}{_place.DisplayName[1..]} is not a LiteDB 5 database.", "Give a stream that LiteDB 5 wrote, or an empty one.",
                ("length", $"{_place.Data.Length:N0} bytes")));
        }

        using var engine = _place.Open();
        return LiteDbJournal.Read(engine);
    }

    /// <summary>Puts the copy's bytes into the stream. Where that fails half-way, the old ones are put back.</summary>
    private SwapResult Replace(WorkingMemory copy)
    {
        var old = new MemoryStream();
        _place.Data.Position = 0;
        _place.Data.CopyTo(old);
        try
        {
            Write(copy.Data);
            _place.KeptForAudit.Clear();
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException or UnauthorizedAccessException)
        {
            Write(old);
            throw new MigrationException(
                new Problem(ErrorCode.SwapFailed, $"The copy could not be written to {_place.DisplayName}.", "Give a stream that can grow, and start again.", ("reason", exception.Message)), exception);
        }

        return new SwapResult(Backup: null, []);
    }

    private void Write(MemoryStream bytes)
    {
        using var data = new KeptOpen(_place.Data);
        data.SetLength(bytes.Length);
        data.Position = 0;
        bytes.WriteTo(data);
        data.Flush();
    }
}
