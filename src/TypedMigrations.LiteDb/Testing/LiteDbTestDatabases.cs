using TypedMigrations.LiteDb;
using TypedMigrations.LiteDb.Testing;
using TypedMigrations.Storing;

[assembly: TestDatabases(typeof(LiteDbTestDatabases))]

namespace TypedMigrations.LiteDb;

/// <summary>Makes LiteDB databases for tests: files in temporary folders, or databases in memory.</summary>
/// <param name="more">What the connection string says besides the file's name, such as <c>Collation=en-US/None</c> or <c>Password=…</c>. Empty by default.</param>
public sealed class LiteDbTestDatabases(string more) : ITestDatabases
{
    /// <summary>Makes databases as LiteDB makes them unless told otherwise.</summary>
    public LiteDbTestDatabases() : this("")
    {
    }

    /// <inheritdoc />
    /// <exception cref="MigrationException">TM3010: the connection string has a switch that is not safe.</exception>
    public ITestDatabase Create(TestDatabasePlace place) => LiteDbTestDatabase.Create(place, more, []);
}
