using TypedMigrations.Storing;

namespace TypedMigrations.Testing;

/// <summary>What a test database is made of and where.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Where it lives. The default is <see cref="TestDatabasePlace.Disk"/>, as in production; memory is faster.</summary>
    public TestDatabasePlace Place { get; set; } = TestDatabasePlace.Disk;

    /// <summary>Modules besides the migration's own and those that it depends on, which are there anyway. Empty by default.</summary>
    public IList<MigrationModule> Modules { get; } = [];

    /// <summary>The store that makes the database. The default, null, means the one whose package lies beside the tests.</summary>
    public ITestDatabases? Store { get; set; }
}
