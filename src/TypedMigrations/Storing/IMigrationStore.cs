using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.Storing;

/// <summary>A kind of database that migrations run on. It interprets steps in its own way and answers for its copies and its lock.</summary>
/// <remarks>
/// A run calls it in this order: <see cref="TryLetIn"/>, which may be all; <see cref="Open"/>, then what <see cref="IDatabaseSession"/>
/// says; <see cref="Check"/> for the schemas of pending migrations. All calls of one run come from one thread. Every store inherits the store
/// contract tests.
/// </remarks>
public interface IMigrationStore
{
    /// <summary>The database as messages name it: its file name, never a password.</summary>
    string Database { get; }

    /// <summary>The kind of database, such as <c>LiteDB</c>: a dump is loaded into, and a database compared with, one of the same kind only.</summary>
    string Kind { get; }

    /// <summary>What the store refuses in a schema: names, lengths, types. Touches no database.</summary>
    IEnumerable<Problem> Check(Schema schema);

    /// <summary>Lets the application in at once where the last run left the database for this very program, so that nothing is pending.</summary>
    /// <param name="program">What <see cref="IDatabaseCopy.Write"/> would note of the program.</param>
    /// <returns>
    /// What reads the state of the database, whenever it is asked for. Null, with nothing held, where the journal notes anything else, and wherever something is to be waited for,
    /// finished or told: <see cref="Open"/> does. The default is null.
    /// </returns>
    /// <remarks>Safety is that of a session: the lock is taken and the file checked. It is called on the caller's thread, waits for nobody and throws nothing.</remarks>
    Func<DatabaseState>? TryLetIn(string program) => null;

    /// <summary>Takes the lock, waiting as long as the store's options say, and looks at the database. Writes nothing.</summary>
    /// <param name="options">How to open.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="MigrationException">TM30xx: the lock was not free in time, or the file is not what it should be.</exception>
    IDatabaseSession Open(SessionOptions options, CancellationToken cancellation);
}

/// <summary>How a session is opened.</summary>
/// <param name="LockTimeout">How long to wait for the lock. Zero: not at all.</param>
/// <param name="OnWaiting">Told every few seconds who holds the lock and how long it was waited for.</param>
public sealed record SessionOptions(TimeSpan LockTimeout, Action<string, TimeSpan> OnWaiting)
{
    internal static readonly SessionOptions WithoutWaiting = new(TimeSpan.Zero, (_, _) => { });
}

/// <summary>A database under lock.</summary>
/// <remarks>
/// The order of calls: <see cref="State"/>; where something is pending, <see cref="AwaitExclusive"/> until
/// <see cref="IsExclusive"/>, reading <see cref="State"/> anew each time; <see cref="Copy"/>; then what
/// <see cref="IDatabaseCopy"/> says; <see cref="LetApplicationIn"/>; <see cref="IDisposable.Dispose"/>. <see cref="ReadSchema"/> at any time before the copy. Disposing the session closes the database; the store
/// keeps the lock for the application until the store itself is disposed.
/// To put a backup back: <see cref="AwaitExclusive"/> until <see cref="IsExclusive"/>, <see cref="OpenBackup"/>, <see cref="ReadContents"/>,
/// <see cref="AddKept"/>, then what <see cref="IBackupSession"/> says. <see cref="ListBackups"/> may be called at any time.
/// To make a backup, or to drop the database: <see cref="AwaitExclusive"/> until <see cref="IsExclusive"/>, then <see cref="MakeBackup"/>, or
/// <see cref="Drop"/> as the last call. <see cref="ListParts"/> and <see cref="ReadContents"/> may be called at any time before.
/// To seed: <see cref="MakeEmpty"/> and <see cref="FindAbsent"/>, on which <see cref="AwaitExclusive"/> and both of them anew follow where something is absent; then <see cref="Copy"/>.
/// To dump or to compare: <see cref="ReadData"/>, then what <see cref="IDataReading"/> says. To load a dump: <see cref="AwaitExclusive"/> until
/// <see cref="IsExclusive"/>, <see cref="LoadData"/>, then what <see cref="IDataLoading"/> says.
/// </remarks>
public interface IDatabaseSession : IDisposable
{
    /// <summary>The database as it is now.</summary>
    DatabaseState State { get; }

    /// <summary>Whether nobody else can have the database open.</summary>
    bool IsExclusive { get; }

    /// <summary>Waits for the exclusive lock. Returns with it, or without it as soon as another process has changed the journal.</summary>
    void AwaitExclusive(CancellationToken cancellation);

    /// <summary>Reads what the database really holds: every document once, in bounded memory, writing nothing. Empty where there is no database.</summary>
    /// <param name="declared">The tables that constants declare: their misfits are counted, and the entries of their maps are no fields.</param>
    /// <param name="cancellation">Ends the reading.</param>
    RealSchema ReadSchema(IReadOnlyList<TableSchema> declared, CancellationToken cancellation);

    /// <summary>Reads as <see cref="ReadSchema"/> does, once for each list of declared tables. A store that can reads each document only once for all of them.</summary>
    /// <param name="declared">The lists. Tables that are the same in several are the same object.</param>
    /// <param name="cancellation">Ends the reading.</param>
    IReadOnlyList<RealSchema> ReadSchemas(IReadOnlyList<IReadOnlyList<TableSchema>> declared, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(declared);
        return [.. declared.Select(tables => ReadSchema(tables, cancellation))];
    }
    /// <summary>Makes an empty database for tests, in memory, which takes those keys and texts for equal that this one does. The caller disposes it.</summary>
    ITestDatabase MakeEmpty();

    /// <summary>The documents whose key a table of the database does not hold. Writes nothing. All of them where there is no such table.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellation">Ends the looking.</param>
    IReadOnlyList<StoredDocument> FindAbsent(string table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation);

    /// <summary>Makes a copy to migrate, after checking that there is space and that the database can be replaced.</summary>
    /// <param name="options">What the copy is for.</param>
    /// <param name="cancellation">Ends the copying.</param>
    IDatabaseCopy Copy(CopyOptions options, CancellationToken cancellation);

    /// <summary>Lets the application in: the database is as far as it was asked to be. Called at the end of a run that did not fail.</summary>
    void LetApplicationIn();

    /// <summary>Keeps an audit event of a run that failed outside the database, whose audit trail the next run continues with it.</summary>
    void KeepForAudit(AuditKind kind, string subject, string detail, DateTimeOffset at);

    /// <summary>Adds the events that <see cref="KeepForAudit"/> kept to a trail.</summary>
    void AddKept(AuditTrail audit);

    /// <summary>The backups of the database, newest first. Writes nothing. One that cannot be read says why.</summary>
    IReadOnlyList<DatabaseBackup> ListBackups();

    /// <summary>What is compared before a backup is put back: journal, audit trail and counts of the database. Reads, and writes nothing.</summary>
    DatabaseContents ReadContents();

    /// <summary>Opens a backup, wherever it lies, and keeps it from being changed. Writes nothing.</summary>
    /// <param name="path">The backup.</param>
    /// <exception cref="MigrationException">TM3202: there is none, or it cannot be read.</exception>
    IBackupSession OpenBackup(string path);

    /// <summary>Makes a backup, which appears under its name only when all of it was read again and is on the disk. The database stays as it is, and no backup is pruned.</summary>
    /// <param name="options">Where to, and who is told how far it is.</param>
    /// <param name="cancellation">Ends it; nothing is left behind.</param>
    /// <exception cref="MigrationException">TM3008: no space. TM3303: the place is taken, or cannot be written. TM3305: the database has no files.</exception>
    MadeBackup MakeBackup(BackupOptions options, CancellationToken cancellation);

    /// <summary>Everything that lies there for the database, its backups and what stays after a drop too. Writes nothing. Empty for a database without files.</summary>
    IReadOnlyList<DatabasePart> ListParts();

    /// <summary>Removes the database. Whatever interrupts it leaves the database as it was, or gone; what was left lying about goes the next time.</summary>
    /// <param name="withBackups">Whether its backups go too, after the database.</param>
    /// <returns>What could not be removed besides, in words.</returns>
    /// <exception cref="MigrationException">TM3304: it could not be removed and is as it was. TM3305: the database has no files.</exception>
    IReadOnlyList<string> Drop(bool withBackups);
    /// <summary>Opens the database for reading all of it. Only where <see cref="State"/> says that there is one.</summary>
    IDataReading ReadData();

    /// <summary>Begins a new database beside this one, after checking that it can take its place.</summary>
    /// <param name="settings">What <see cref="DataDescription.Settings"/> was of the database that was dumped.</param>
    /// <exception cref="FormatException">There is a setting that the store does not know; the message says which.</exception>
    IDataLoading LoadData(IReadOnlyDictionary<string, string> settings);
}

/// <summary>What a copy is for.</summary>
/// <param name="IsTestDatabase">Whether a new database is marked as one for tests.</param>
/// <param name="LooksUpStateBefore">Whether a pending step looks up the state before its migration, which takes space for a second copy.</param>
/// <param name="BackupsToKeep">How many backups stay after the swap.</param>
public sealed record CopyOptions(bool IsTestDatabase, bool LooksUpStateBefore, int BackupsToKeep)
{
    /// <summary>Told the bytes that were copied and all there are, now and then and at the end. The default tells nobody.</summary>
    public Action<long, long> OnCopying { get; init; } = (_, _) => { };

    /// <summary>Told the table that is read again, the documents read so far and all it has, now and then. The default tells nobody.</summary>
    public Action<string, long, long?> OnVerifying { get; init; } = (_, _, _) => { };
}

/// <summary>A copy of the database, which is migrated in place of it.</summary>
/// <remarks>
/// The order of calls: <see cref="Adopt"/> for each module to adopt; <see cref="Apply"/> for each migration or group of them, first those to take back;
/// <see cref="Verify"/>; <see cref="Write"/>; <see cref="SwapIn"/>, which a rehearsal leaves out; <see cref="IDisposable.Dispose"/>,
/// which throws the copy away unless it was swapped in. To seed, <see cref="Insert"/> for each table takes the place of the first two. Whatever fails before the swap leaves the database as it was.
/// A rehearsal may call <see cref="LetOthersOpen"/> in place of the swap; where nothing is pending, in place of all other calls.
/// </remarks>
public interface IDatabaseCopy : IDisposable
{
    /// <summary>Checks that the real schema fits the constants, and makes what is missing: tables and indexes.</summary>
    /// <returns>What was made or is odd, in words.</returns>
    /// <exception cref="MigrationException">TM4007: values of wrong types. TM4004: a unique index cannot be made.</exception>
    IReadOnlyList<string> Adopt(Schema schema, CancellationToken cancellation);

    /// <summary>Applies migrations with their seeds, or the way back of one, which has none.</summary>
    /// <param name="works">One, or several that follow each other and may share passes: all changes of the documents of one table are made in one pass, each on what the one before it left. The result is the same as one after the other.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What each did to each table, and by each step.</returns>
    /// <exception cref="MigrationException">TM40xx: a step failed; the message has the document's key and the field.</exception>
    IReadOnlyList<AppliedWork> Apply(IReadOnlyList<MigrationWork> works, ApplyOptions options, CancellationToken cancellation);

    /// <summary>Inserts documents as they are. A table that is not there is made, with its indexes.</summary>
    /// <param name="table">The table as it is declared.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellation">Ends the inserting.</param>
    /// <exception cref="MigrationException">TM4005: a key, or a value of a unique index, is taken; the message has the document's key and the index.</exception>
    void Insert(TableSchema table, IReadOnlyList<StoredDocument> documents, CancellationToken cancellation);

    /// <summary>Reads the copy again and compares it with what the migrations should have left.</summary>
    /// <param name="migrated">What was applied, in that order.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Odd data that was there before and is kept, in words.</returns>
    /// <exception cref="MigrationException">TM4006: the copy does not match the constants, or documents are missing.</exception>
    IReadOnlyList<string> Verify(IReadOnlyList<MigrationWork> migrated, CancellationToken cancellation);

    /// <summary>Writes journal and audit trail.</summary>
    /// <param name="applied">The entries to add.</param>
    /// <param name="reverted">The migrations whose entries go.</param>
    /// <param name="audit">The trail whose added events are written.</param>
    /// <param name="program">What <see cref="IMigrationStore.TryLetIn"/> compares from now on; null where it must let nobody in. With no entry to add and none to go, what was noted stays.</param>
    void Write(IReadOnlyList<JournalEntry> applied, IReadOnlyList<MigrationId> reverted, AuditTrail audit, string? program);

    /// <summary>Puts the copy into the place of the database, which becomes the newest backup.</summary>
    /// <returns>Where the backup is, and what went wrong afterwards.</returns>
    /// <exception cref="MigrationException">TM4009: the database is as it was.</exception>
    SwapResult SwapIn();

    /// <summary>Closes the copy so that others can open it, until it is disposed.</summary>
    /// <returns>Where it is.</returns>
    /// <exception cref="MigrationException">TM3305: the database has no files, and so nobody else can open its copy.</exception>
    CopyAddress LetOthersOpen();

    /// <summary>The audit trail of the database, kept failures included, to which the run adds.</summary>
    AuditTrail Audit { get; }
}

/// <summary>How migrations are applied.</summary>
/// <param name="TestData">Whether test seeds are inserted after the bootstrap seeds.</param>
/// <param name="OnProgress">Told the table, the documents done so far, and how many there are in all or null, now and then.</param>
public sealed record ApplyOptions(bool TestData, Action<string, long, long?> OnProgress)
{
    /// <summary>Told for which of several migrations the store works from now on: what fails then is that one's failure. The default tells nobody.</summary>
    public Action<MigrationWork> OnWorking { get; init; } = _ => { };

    /// <summary>Told the table and the index before an index is made. The default tells nobody.</summary>
    public Action<string, string> OnIndexing { get; init; } = (_, _) => { };
}

/// <summary>A finished swap.</summary>
/// <param name="Backup">The path of the backup; null where there was no database before.</param>
/// <param name="Warnings">What went wrong afterwards, such as a backup that could not be pruned.</param>
public sealed record SwapResult(string? Backup, IReadOnlyList<string> Warnings);

/// <summary>Reads the state before a migration for the functions of its steps.</summary>
public interface IStateBeforeReader
{
    /// <summary>The records whose field has the value, in key order.</summary>
    IEnumerable<object> Find(Field field, object value);
}
