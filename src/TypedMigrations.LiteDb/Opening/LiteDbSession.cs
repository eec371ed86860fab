using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Dumping;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>A LiteDB file under lock.</summary>
internal sealed class LiteDbSession(LiteDbConnection connection, DatabaseLock @lock, SessionOptions options, ApplicationEngine application) : IDatabaseSession
{
    private readonly DatabaseFile _file = connection.File;
    private readonly KeptAudit _keptAudit = new(connection.File.KeptAuditPath);
    private HeldDatabase? _held;

    // A session after the application was let in, to plan again, must not take the lock from it.
    private bool _isLetIn = @lock.IsHeld;

    public DatabaseState State { get; private set; } = DatabaseState.None;

    public bool IsExclusive => @lock.IsExclusive;

    /// <summary>Takes the lock and looks at the database.</summary>
    public void Open(CancellationToken cancellation)
    {
        try
        {
            @lock.Acquire(TryTake, options.LockTimeout, options.OnWaiting, cancellation);
            Look();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void AwaitExclusive(CancellationToken cancellation)
    {
        var journal = State.Journal.Count;
        @lock.Acquire(() => @lock.TryTakeExclusive() || OtherMigrated(journal), options.LockTimeout, options.OnWaiting, cancellation);
        Look();
    }

    public RealSchema ReadSchema(IReadOnlyList<TableSchema> declared, CancellationToken cancellation) => ReadSchemas([declared], cancellation)[0];

    public IReadOnlyList<RealSchema> ReadSchemas(IReadOnlyList<IReadOnlyList<TableSchema>> declared, CancellationToken cancellation) =>
        State.Exists ? new RealSchemaReader(connection, _held).Read(declared, cancellation) : [.. declared.Select(_ => RealSchema.Empty)];

    public IDatabaseCopy Copy(CopyOptions copyOptions, CancellationToken cancellation) =>
        new CopyMaking(connection, _held, _keptAudit, copyOptions).Make(cancellation);

    public ITestDatabase MakeEmpty() => Read(Absence.MakeEmpty);

    public IReadOnlyList<StoredDocument> FindAbsent(string table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation) =>
        Read(engine => Absence.Find(engine, table, documents, cancellation));

    public void LetApplicationIn()
    {
        _isLetIn = true;
        application.LetIn();
    }

    public void KeepForAudit(AuditKind kind, string subject, string detail, DateTimeOffset at) => _keptAudit.Add(kind, subject, detail, at);

    public void AddKept(AuditTrail audit) => _keptAudit.AddTo(audit);

    public IReadOnlyList<DatabaseBackup> ListBackups() => [.. Backups.List(_file).Reverse().Select(path => BackupSession.Describe(path, connection))];

    public DatabaseContents ReadContents() => _held is { } held ? Contents.Read(_file, held.Header, connection.ForReading(held))
        : State.Exists ? Contents.ReadShared(connection)
        : DatabaseContents.None;

    public IBackupSession OpenBackup(string path) => BackupSession.Open(path, connection, _held, _keptAudit, application.KeepOut);

    public MadeBackup MakeBackup(BackupOptions backupOptions, CancellationToken cancellation) =>
        new BackupMaking(connection, _held ?? throw new InvalidOperationException($"{_file.DisplayName} is not held alone."), backupOptions).Make(cancellation);

    public IReadOnlyList<DatabasePart> ListParts() => DatabaseParts.List(_file);

    public IReadOnlyList<string> Drop(bool withBackups)
    {
        var warnings = new Dropping(connection, _held).Run(withBackups);
        application.KeepOut();
        return warnings;
    }
    public IDataReading ReadData() => new LiteDbReading(LiteDbErrors.Translate(_file, OpenStill), read => LiteDbErrors.Translate(_file, read));

    public IDataLoading LoadData(IReadOnlyDictionary<string, string> settings) => new LoadMaking(connection, _held).Begin(settings);

    public void Dispose()
    {
        _held?.Dispose();
        _held = null;
        // In shared mode others may read now; in direct mode the application keeps the lock until the store is disposed.
        if (!_isLetIn)
            @lock.Release();
        else if (connection.IsShared && (@lock.IsExclusive || !@lock.IsHeld))
            @lock.Acquire(@lock.TryTakeShared, options.LockTimeout, options.OnWaiting, CancellationToken.None);
    }

    private bool TryTake() => @lock.IsHeld || @lock.TryTakeExclusive() || (connection.IsShared && @lock.TryTakeShared());

    /// <summary>Whether another process, which shares the lock now, has migrated while this one waited for it.</summary>
    private bool OtherMigrated(int journal)
    {
        if (!@lock.TryTakeShared())
            return false;
        Look();
        if (State.Journal.Count != journal)
            return true;

        // Whoever waits holds nothing: two that wait and share the lock would keep each other out.
        @lock.Release();
        return false;
    }

    private void Look()
    {
        _held?.Dispose();
        _held = null;
        if (@lock.IsExclusive)
            LookAlone();
        else
            State = File.Exists(_file.Path) ? ReadShared() : DatabaseState.None;
    }

    private void LookAlone()
    {
        if (UnfinishedSwap.Finish(_file) is { } finished)
            KeepForAudit(AuditKind.Restored, "database", finished, DateTimeOffset.UtcNow);
        WorkFolder.RemoveLeftover(_file);

        _held = HeldDatabase.TryHold(_file, connection.Template.Password);
        State = _held is null ? DatabaseState.None : Read(LiteDbJournal.Read);
    }

    private StillDatabase OpenStill()
    {
        if (_held is { } held)
            return new StillDatabase(held.Data, held.Log, connection.Template.Password);

        var hold = new SharedHold(connection);
        return new StillDatabase(hold.Data, hold.Log, connection.Template.Password, hold);
    }

    private DatabaseState ReadShared() => Read(LiteDbJournal.Read);

    /// <summary>Reads the file from the held streams, or by its name where others share it.</summary>
    /// <remarks>Held, it is not written: LiteDB marks a file in which it finds damage, and whoever looks must not change what is to be put back or mended.</remarks>
    private T Read<T>(Func<ILiteEngine, T> read) => LiteDbErrors.Translate(_file, () =>
    {
        using ILiteEngine engine = _held is null ? new SharedEngine(connection.ForApplication()) : new CarefulEngine(connection.ForReading(_held));
        return read(engine);
    });
}
