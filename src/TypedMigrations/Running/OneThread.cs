using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>Gives work a thread of its own, because a store's transactions may be bound to it.</summary>
internal static class OneThread
{
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Looks at a database: writes nothing and waits for no lock.</summary>
    /// <exception cref="MigrationException">TM3001: another process has the database. TM30xx: it cannot be read.</exception>
    public static Task<T> LookAsync<T>(IMigrationStore store, Func<IDatabaseSession, T> look, CancellationToken cancellation) => RunAsync(
        () =>
        {
            using var database = store.Open(SessionOptions.WithoutWaiting, cancellation);
            return look(database);
        },
        cancellation);
}
