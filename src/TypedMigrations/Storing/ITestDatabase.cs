using TypedMigrations.Schemas;

namespace TypedMigrations.Storing;

/// <summary>Makes databases for tests. A store's package names its own with <see cref="TestDatabasesAttribute"/>, so that the testing kit finds it.</summary>
/// <remarks>It needs a constructor without parameters. Its methods may be called from several threads at once; every database is used by one at a time.</remarks>
public interface ITestDatabases
{
    /// <summary>Makes a database that nobody else has. It does not exist yet in the sense of <see cref="DatabaseState.Exists"/>: the first migration makes it.</summary>
    /// <param name="place">Where it lives.</param>
    ITestDatabase Create(TestDatabasePlace place);
}

/// <summary>Where a test database lives.</summary>
public enum TestDatabasePlace
{
    /// <summary>As in production: a real file in a folder of its own among the temporary ones, both gone when the database is disposed.</summary>
    Disk,

    /// <summary>In memory: faster, and nothing is left behind if the process is killed.</summary>
    Memory,
}

/// <summary>A database for tests, which can be looked at and changed from outside, beside the library's own way.</summary>
/// <remarks>
/// The order of calls: <see cref="ITestDatabases.Create"/> or <see cref="Copy"/>; runs with a <see cref="Migrator"/> on <see cref="Store"/>,
/// and between two runs, never during one, the other members in any order; <see cref="IDisposable.Dispose"/>, which removes the database.
/// What the store gives to an application must not be open meanwhile. Every store inherits the tests of the store contract for this too.
/// </remarks>
public interface ITestDatabase : IDisposable
{
    /// <summary>The store to migrate it with; always the same one. It is disposed with the database.</summary>
    IMigrationStore Store { get; }

    /// <summary>Every table but journal and audit trail, in the order of the alphabet; undeclared ones too. Empty where there is no database yet.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Makes another database with all that this one holds, journal and audit trail too.</summary>
    /// <param name="place">Where the copy lives.</param>
    ITestDatabase Copy(TestDatabasePlace place);

    /// <summary>All documents of a table as they are stored, in the order of their keys. Empty where there is no such table.</summary>
    IReadOnlyList<StoredDocument> Documents(string table);

    /// <summary>Stores documents as they are: one whose key is there is replaced whole. A table that is not there is made.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="documents">The documents.</param>
    /// <exception cref="ArgumentException">The store cannot hold a value. Nothing was written.</exception>
    /// <exception cref="MigrationException">TM4005: a unique index refuses a document.</exception>
    void Put(string table, IEnumerable<StoredDocument> documents);

    /// <summary>Removes all documents of a table. The table itself stays, with its indexes.</summary>
    /// <param name="table">The name of the table.</param>
    void Clear(string table);

    /// <summary>Reads a table as records, in the order of their keys.</summary>
    /// <param name="table">The table as some migration declares it.</param>
    /// <exception cref="MigrationException">TM4002: a document does not read as the record; the message has its key and the field.</exception>
    IReadOnlyList<object> Read(TableSchema table);

    /// <summary>Inserts records as an application would.</summary>
    /// <param name="table">The table as some migration declares it.</param>
    /// <param name="records">Records of its type.</param>
    /// <exception cref="MigrationException">TM4002: a record cannot be stored. TM4005: its key, or a value of a unique index, is taken.</exception>
    void Insert(TableSchema table, IEnumerable<object> records);
}

/// <summary>A document as it is stored.</summary>
/// <remarks>
/// Values are null, text, <c>bool</c>, <c>int</c>, <c>long</c>, <c>double</c>, <c>decimal</c>, <c>Guid</c>, <c>byte[]</c>, <c>DateTime</c> in UTC,
/// <c>IReadOnlyList&lt;object?&gt;</c>, <c>IReadOnlyDictionary&lt;string, object?&gt;</c>, or a store's own type as it is. Each has the type that is stored:
/// an int is no long. A field that is missing is not in the map; one that holds null is.
/// </remarks>
/// <param name="Key">Its key.</param>
/// <param name="Fields">All its fields but the key.</param>
public sealed record StoredDocument(object Key, IReadOnlyDictionary<string, object?> Fields);

/// <summary>Names the class of a store's assembly that makes its test databases.</summary>
/// <param name="type">A class that implements <see cref="ITestDatabases"/> and has a constructor without parameters.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TestDatabasesAttribute(Type type) : Attribute
{
    /// <summary>The class.</summary>
    public Type Type { get; } = type;
}
