using TypedMigrations.Planning;

namespace TypedMigrations;

/// <summary>Something that happened during a run, for logs, progress and tests.</summary>
public abstract record MigrationEvent
{
    private MigrationEvent()
    {
    }

    /// <summary>Another process has the lock; told every 5 seconds.</summary>
    public sealed record WaitingForLock(string Database, string Holder, TimeSpan Waited) : MigrationEvent;

    /// <summary>The plan was made. With nothing to do, this is the last event.</summary>
    public sealed record Planned(string Database, MigrationPlan Plan) : MigrationEvent;

    /// <summary>The database is being copied; told now and then and at the end.</summary>
    /// <param name="Database">The database.</param>
    /// <param name="Bytes">How many bytes were copied so far.</param>
    /// <param name="TotalBytes">How many there are in all.</param>
    public sealed record Copying(string Database, long Bytes, long TotalBytes) : MigrationEvent;

    /// <summary>A copy of the database was made.</summary>
    public sealed record Copied(string Database) : MigrationEvent;

    /// <summary>A module's tables were compared with the constants at which it is adopted.</summary>
    public sealed record Adopted(string Module, MigrationId LastId, IReadOnlyList<string> Notes) : MigrationEvent;

    /// <summary>A migration begins on the copy. Those that share passes begin together and end together; the progress of a shared pass is told of the first.</summary>
    public sealed record Migrating(MigrationId Id) : MigrationEvent;

    /// <summary>Documents of a table were read by the migration under way; told now and then.</summary>
    /// <param name="Id">The migration.</param>
    /// <param name="Table">The table.</param>
    /// <param name="Documents">How many documents were read so far.</param>
    /// <param name="Total">How many documents the table has before the migration; null where that is not known.</param>
    public sealed record Progress(MigrationId Id, string Table, long Documents, long? Total = null) : MigrationEvent;

    /// <summary>The migration under way begins to make an index.</summary>
    public sealed record Indexing(MigrationId Id, string Table, string Index) : MigrationEvent;

    /// <summary>A migration is done on the copy.</summary>
    public sealed record Migrated(MigrationId Id, TimeSpan Duration) : MigrationEvent;

    /// <summary>A migration begins to be taken back on the copy.</summary>
    public sealed record Reverting(MigrationId Id) : MigrationEvent;

    /// <summary>A migration was taken back on the copy.</summary>
    public sealed record Reverted(MigrationId Id, TimeSpan Duration) : MigrationEvent;

    /// <summary>Documents are read again, to prove a copy or a backup; told now and then.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Documents">How many of its documents were read so far.</param>
    /// <param name="Total">How many it has; null where that is not known.</param>
    public sealed record Verifying(string Table, long Documents, long? Total) : MigrationEvent;

    /// <summary>The copy matches the constants.</summary>
    public sealed record Verified(IReadOnlyList<string> Notes) : MigrationEvent;

    /// <summary>The copy is the database now.</summary>
    public sealed record SwappedIn(string Database, string? Backup) : MigrationEvent;

    /// <summary>A copy of a backup is the database now.</summary>
    /// <param name="Database">The database.</param>
    /// <param name="From">The backup that was put back.</param>
    /// <param name="Backup">Where the database that was replaced is now; null where there was none.</param>
    public sealed record Restored(string Database, string From, string? Backup) : MigrationEvent;

    /// <summary>Documents of a table were dumped, loaded or compared; told now and then, and at the end of each table.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Documents">How many so far.</param>
    /// <param name="Total">How many there are; of the larger of two that are compared.</param>
    public sealed record TableProgress(string Table, long Documents, long Total) : MigrationEvent;

    /// <summary>What was loaded from a dump is the database now.</summary>
    /// <param name="Database">The database.</param>
    /// <param name="Backup">Where the empty database that was replaced is now; null where there was none.</param>
    public sealed record Loaded(string Database, string? Backup) : MigrationEvent;

    /// <summary>Something went wrong after the swap. The database is migrated.</summary>
    public sealed record Warned(string Warning) : MigrationEvent;

    /// <summary>The run failed. The database is as it was.</summary>
    public sealed record Failed(string Database, Exception Exception) : MigrationEvent;
}

/// <summary>Is told what happens during a run.</summary>
/// <remarks>It is called on the thread that migrates, in order. It must not throw and should return at once.</remarks>
public interface IMigrationObserver
{
    /// <summary>Is told one event.</summary>
    void Observe(MigrationEvent happened);
}
