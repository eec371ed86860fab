using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>What operators do with a database beside migrating it.</summary>
/// <remarks>All of one call comes from one thread of its own, because a store's transactions may be bound to it.</remarks>
public sealed partial class DatabaseMaintenance
{
    private readonly IMigrationStore _store;
    private readonly MigrationOptions _options;
    private readonly TimeProvider _time;
    private readonly IMigrationObserver? _observer;

    /// <summary>Makes it for one database.</summary>
    /// <param name="store">The database.</param>
    /// <param name="options">How long to wait for the lock; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="observer">Who is told what happens; null for nobody.</param>
    public DatabaseMaintenance(IMigrationStore store, MigrationOptions? options = null, TimeProvider? time = null, IMigrationObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _options = options ?? new MigrationOptions();
        _time = time ?? TimeProvider.System;
        _observer = observer;
    }

    private static Task<T> OnOneThread<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
