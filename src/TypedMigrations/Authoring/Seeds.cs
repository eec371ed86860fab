using System.Reflection;

namespace TypedMigrations;

/// <summary>Data that comes with a migration, in its records.</summary>
public abstract class Seed
{
    private protected Seed()
    {
    }

    /// <summary>Names the records to insert.</summary>
    /// <param name="seeds">Collects the records. A record is inserted where its key is absent; nothing is overwritten.</param>
    public abstract void Insert(Seeds seeds);
}

/// <summary>Data that every installation needs. It is inserted when its migration is applied.</summary>
public abstract class BootstrapSeed : Seed;

/// <summary>Data for tests. It is inserted into test databases only, after the bootstrap data of its migration.</summary>
public abstract class TestSeed : Seed;

/// <summary>The records that the seeds of one migration insert.</summary>
public sealed class Seeds
{
    private readonly List<SeedRecords> _records = [];
    private readonly Assembly _assembly;
    private readonly string _migrationFolder;

    internal Seeds(Assembly assembly, string migrationFolder)
    {
        _assembly = assembly;
        _migrationFolder = migrationFolder;
    }

    internal IReadOnlyList<SeedRecords> Records => _records;

    /// <summary>Inserts records whose key the table does not hold yet.</summary>
    /// <param name="table">A table of this migration's constants.</param>
    /// <param name="records">The records. They are enumerated while they are inserted, so that there may be many.</param>
    public void Insert<TRecord>(Table<TRecord> table, IEnumerable<TRecord> records) where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(records);
        _records.Add(new SeedRecords(table, records));
    }

    /// <summary>Reads records from a JSON file in the migration's folder: an array of objects with the record's property names.</summary>
    /// <remarks>A file of more than 1 MB is read while the records are enumerated, and each time anew: it may be larger than the memory, and is checked then.</remarks>
    /// <param name="fileName">The file's name, such as <c>bootstrap-data.json</c>.</param>
    /// <exception cref="MigrationException">TM2010: the file is missing, is no JSON array, or does not fit the record.</exception>
    public IEnumerable<TRecord> Json<TRecord>(string fileName) where TRecord : class =>
        SeedFile.Read<TRecord>(_assembly, _migrationFolder, fileName);
}

internal sealed record SeedRecords(Table Table, IEnumerable<object> Records);
