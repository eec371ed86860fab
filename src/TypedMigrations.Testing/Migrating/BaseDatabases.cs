using System.Collections.Concurrent;
using TypedMigrations.Storing;

namespace TypedMigrations.Testing.Migrating;

/// <summary>Databases at each version, made once in a process, in memory, and copied for each test. They go with the process.</summary>
internal sealed class BaseDatabases
{
    private static readonly ConcurrentDictionary<(ITestDatabases Store, string Modules, bool TestData), BaseDatabases> Known = [];

    private readonly SortedList<int, (ITestDatabase Database, MigrationReport? Report)> _made = [];
    private readonly Lock _lock = new();
    private readonly ITestDatabases _store;
    private readonly History _history;
    private readonly bool _testData;

    private BaseDatabases(ITestDatabases store, History history, bool testData)
    {
        _store = store;
        _history = history;
        _testData = testData;
    }

    /// <summary>The databases of a store and some modules.</summary>
    public static BaseDatabases Of(ITestDatabases store, History history, bool testData) =>
        Known.GetOrAdd((store, history.Key, testData), _ => new BaseDatabases(store, history, testData));

    /// <summary>A new database at a version, for the caller to change and to dispose.</summary>
    /// <param name="index">The place of the migration in the run order; -1 for an empty database.</param>
    /// <param name="place">Where it lives.</param>
    /// <exception cref="MigrationException">A migration on the way there failed.</exception>
    public ITestDatabase CopyAt(int index, TestDatabasePlace place)
    {
        lock (_lock)
            return At(index).Database.Copy(place);
    }

    /// <summary>What the last migration on the way to a version did.</summary>
    /// <exception cref="MigrationException">A migration on the way there failed.</exception>
    public MigrationResult ResultOf(int index)
    {
        lock (_lock)
        {
            At(index - 1);
            return At(index).Report!.Results[^1];
        }
    }

    private (ITestDatabase Database, MigrationReport? Report) At(int index)
    {
        if (_made.TryGetValue(index, out var known))
            return known;
        if (index < 0)
            return _made[index] = (_store.Create(TestDatabasePlace.Memory), null);

        var nearest = _made.Keys.LastOrDefault(made => made < index, -1);
        var database = At(nearest).Database.Copy(TestDatabasePlace.Memory);
        try
        {
            return _made[index] = (database, Runs.To(_history, database, _history.Catalog.Migrations[index].Id, _testData));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
