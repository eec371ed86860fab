using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>What every room of a run needs: the store, the options, the clock, who is told, and when to stop.</summary>
internal sealed record RunContext(IMigrationStore Store, MigrationOptions Options, TimeProvider Time, IMigrationObserver? Observer, bool IsRehearsal, long Started, CancellationToken Cancellation)
{
    public TimeSpan Elapsed => Time.GetElapsedTime(Started);

    /// <summary>A copy that tells how far it is.</summary>
    public CopyOptions CopyOptions(bool isTestDatabase, bool looksUpStateBefore) => new(isTestDatabase, looksUpStateBefore, Options.BackupsToKeep)
    {
        OnCopying = (bytes, total) => Tell(new MigrationEvent.Copying(Store.Database, bytes, total)),
        OnVerifying = (table, documents, total) => Tell(new MigrationEvent.Verifying(table, documents, total)),
    };

    /// <summary>A backup that tells how far it is.</summary>
    public BackupOptions BackupOptions(string? path) => new(path)
    {
        OnCopying = (bytes, total) => Tell(new MigrationEvent.Copying(Store.Database, bytes, total)),
        OnVerifying = (table, documents, total) => Tell(new MigrationEvent.Verifying(table, documents, total)),
    };

    public void Tell(MigrationEvent happened) => Observer?.Observe(happened);

    /// <summary>Tells what went wrong after a swap.</summary>
    public void TellWarnings(SwapResult? swap)
    {
        foreach (var warning in swap?.Warnings ?? [])
            Tell(new MigrationEvent.Warned(warning));
    }

    /// <summary>Takes the lock, waiting as long as the options say, and looks at the database.</summary>
    public IDatabaseSession Open() => Open(Options.LockTimeout);

    public IDatabaseSession Open(TimeSpan lockTimeout) => Store.Open(
        new SessionOptions(lockTimeout, (holder, waited) => Tell(new MigrationEvent.WaitingForLock(Store.Database, holder, waited))), Cancellation);

    /// <summary>Opens the database, and waits until nobody else can have it open.</summary>
    public IDatabaseSession OpenAlone()
    {
        var database = Open();
        try
        {
            while (!database.IsExclusive)
                database.AwaitExclusive(Cancellation);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
