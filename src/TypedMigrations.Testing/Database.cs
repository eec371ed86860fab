using TypedMigrations.Schemas;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Comparing;
using TypedMigrations.Testing.Migrating;

namespace TypedMigrations.Testing;

/// <summary>A test database at a chosen migration: filled, migrated further or back, read in the records of any version, and asserted on.</summary>
/// <remarks>
/// Each test has a database of its own, so that tests run in parallel; one database is used by one thread at a time. The way to each
/// version is run once in a process and then copied.
/// </remarks>
/// <example>
/// <code>
/// using var database = Database.At&lt;VerifiedAccounts>()
///     .Insert(Old.AccountTable.Table, new Old.Account("zoe", "zoe@a.example"))
///     .MigrateTo&lt;ManyRoles>();
///
/// database.AssertHas(RoleTable.Table, new Role("zoe:guest", "zoe", RoleKind.Guest));
/// </code>
/// </example>
public sealed partial class Database : IDisposable
{
    private readonly History _history;
    private readonly ITestDatabase _database;
    private readonly bool _testData;
    private ITestDatabase? _beforeLastRun;
    private string _at;

    private Database(History history, ITestDatabase database, string at, bool testData)
    {
        _history = history;
        _database = database;
        _at = at;
        _testData = testData;
    }

    /// <summary>Makes a database that is migrated to exactly one migration, with all that runs before it.</summary>
    /// <typeparam name="TMigration">The class of the migration. Its module is there, and all modules that this one declares to depend on.</typeparam>
    /// <param name="testData">Whether it has the test data of these migrations, besides the bootstrap data.</param>
    /// <param name="with">Says more; null for the defaults.</param>
    /// <exception cref="MigrationException">A migration on the way there was refused or failed. The message is the run's own.</exception>
    /// <exception cref="InvalidOperationException">No store's package lies beside the tests, or several do.</exception>
    public static Database At<TMigration>(bool testData = true, Action<DatabaseOptions>? with = null) where TMigration : Migration
    {
        var options = new DatabaseOptions();
        with?.Invoke(options);
        var history = History.Of(ModulesOfTests.WithDependencies(ModulesOfTests.Of(typeof(TMigration)), options.Modules));
        var migration = history.Find(typeof(TMigration));
        var made = BaseDatabases.Of(options.Store ?? StoreOfTests.Default, history, testData);
        return new Database(history, made.CopyAt(history.IndexOf(migration), options.Place), migration.Id.ToString(), testData);
    }

    /// <summary>What the last run did; null before the first one.</summary>
    public MigrationReport? LastReport { get; private set; }

    /// <summary>The store that holds the database, for what only it can do.</summary>
    public IMigrationStore Store => _database.Store;

    /// <summary>Every table but journal and audit trail, by name.</summary>
    public IReadOnlyList<string> Tables => _database.Tables;

    /// <summary>Brings the database to a migration: up with all that is pending before it, or back by <c>Down</c>, where losing data is allowed.</summary>
    /// <typeparam name="TMigration">The class of the migration.</typeparam>
    /// <returns>This database.</returns>
    /// <exception cref="MigrationException">The run was refused or failed; the database is as it was. The message is the run's own.</exception>
    public Database MigrateTo<TMigration>() where TMigration : Migration
    {
        var migration = _history.Find(typeof(TMigration));
        return Run(Runs.GoalOf(migration.Id), migration.Id.ToString());
    }

    /// <summary>Applies all that is pending, in all modules that are there.</summary>
    /// <returns>This database.</returns>
    /// <exception cref="MigrationException">The run was refused or failed; the database is as it was. The message is the run's own.</exception>
    public Database MigrateToLatest() => Run(MigrationGoal.Latest, _history.Catalog.Migrations[^1].Id.ToString());

    /// <summary>Reads all documents of a table, in the order of their keys.</summary>
    /// <param name="table">The table as any version declares it, such as <c>Old.AccountTable.Table</c>.</param>
    /// <exception cref="MigrationException">TM4002: a document does not read as the record.</exception>
    public IReadOnlyList<TRecord> Read<TRecord>(Table<TRecord> table) where TRecord : class => [.. _database.Read(SchemaOf(table)).Cast<TRecord>()];

    /// <summary>Reads the document that has a key, or null.</summary>
    /// <param name="table">The table as any version declares it.</param>
    /// <param name="key">The key, of the type that the record has.</param>
    public TRecord? Find<TRecord>(Table<TRecord> table, object key) where TRecord : class
    {
        var schema = SchemaOf(table);
        CheckKey(schema, key);
        return (TRecord?)_database.Read(schema).FirstOrDefault(record => key.Equals(schema.KeyOf(record)));
    }

    /// <summary>How many documents a table has; 0 where there is no such table.</summary>
    public int Count(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Documents(table.Name).Count;
    }

    /// <summary>The documents of a table as they are stored, undeclared fields too, in the order of their keys.</summary>
    /// <param name="table">The name of the table; it need not be declared.</param>
    public IReadOnlyList<StoredDocument> Documents(string table) => _database.Documents(table);

    /// <summary>Inserts records as an application would.</summary>
    /// <param name="table">A table of the migration that the database is at.</param>
    /// <param name="records">The records.</param>
    /// <returns>This database.</returns>
    /// <exception cref="MigrationException">TM4002: a record cannot be stored. TM4005: its key, or a value of a unique index, is taken.</exception>
    public Database Insert<TRecord>(Table<TRecord> table, params IEnumerable<TRecord> records) where TRecord : class
    {
        _database.Insert(SchemaOf(table), records);
        return this;
    }

    /// <summary>Stores documents as they are, such as odd ones that no record can hold. One whose key is there is replaced.</summary>
    /// <param name="table">The name of the table; it need not be declared.</param>
    /// <param name="documents">The documents.</param>
    /// <returns>This database.</returns>
    public Database Put(string table, params IEnumerable<StoredDocument> documents)
    {
        _database.Put(table, documents);
        return this;
    }

    /// <summary>Removes the database.</summary>
    public void Dispose()
    {
        _beforeLastRun?.Dispose();
        _database.Dispose();
    }

    private Database Run(MigrationGoal goal, string target)
    {
        var before = _database.Copy(TestDatabasePlace.Memory);
        try
        {
            LastReport = Runs.Run(_history, _database, goal, _testData);
        }
        catch
        {
            before.Dispose();
            throw;
        }

        _beforeLastRun?.Dispose();
        (_beforeLastRun, _at) = (before, target);
        return this;
    }

    private TableSchema SchemaOf(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _history.Find(table);
    }

    private static void CheckKey(TableSchema table, object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.GetType() != table.Key.Type.ClrType)
            throw new ArgumentException($"The key of table {table.Name} is of type {table.Key.Type.ClrType.Name}, and {ValueText.Of(key)} is of type {key.GetType().Name}: no document could have it.", nameof(key));
    }
}
