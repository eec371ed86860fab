using CsCheck;
using TypedMigrations.Discovering;
using TypedMigrations.Storing;
using TypedMigrations.Testing.Generating;
using TypedMigrations.Testing.Keeping;

namespace TypedMigrations.Testing;

/// <summary>How the tests of a module's migrations are made, and what its author says of them that no test can know.</summary>
public sealed class MigrationTestOptions
{
    private readonly List<Field> _changing = [];
    private readonly List<(string Table, string Path)> _changingByName = [];
    private readonly List<Table> _losing = [];
    private readonly List<Action<GeneratedValues>> _values = [];

    /// <summary>Modules besides the tested one and those that it depends on, which are there anyway. Empty by default.</summary>
    public IList<MigrationModule> Modules { get; } = [];

    /// <summary>The store that the tests run on. The default, null, means the one whose package lies beside the tests.</summary>
    public ITestDatabases? Store { get; set; }

    /// <summary>How many databases with random documents each migration is tried on. The default is 20; 0 leaves these tests out.</summary>
    public int RandomDatabases { get; set; } = 20;

    /// <summary>Where the random documents start, as a failing test names it. The default, null, means the environment variable <see cref="SeedVariable"/>, or another one in each run.</summary>
    public string? Seed { get; set; }

    /// <summary>The environment variable that says where the random documents start.</summary>
    public const string SeedVariable = "TypedMigrations_Seed";

    /// <summary>Says which values a field has in random documents, where its type allows more than really occurs.</summary>
    /// <param name="field">The field, of the constants before the migration.</param>
    /// <param name="values">The values; null among them for an optional field.</param>
    public void Values<TRecord, TValue>(Field<TRecord, TValue> field, Gen<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(values);
        _values.Add(generated => generated.Set(field, values));
    }

    /// <summary>Says which values all fields of a type have in random documents: of a type that the kit does not know.</summary>
    /// <param name="values">The values.</param>
    public void Values<TValue>(Gen<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values.Add(generated => generated.Set(values));
    }

    /// <summary>Says that a migration may change a field's values though none of its steps names it, as a whole conversion may.</summary>
    /// <param name="field">The field, of the constants before the migration or of its own. It holds for this migration and for what lies below the field.</param>
    /// <param name="because">Why, in words.</param>
    public void MayChange(Field field, string because)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        _changing.Add(field);
    }

    /// <summary>Says that migrations may change the values of a field that no constant declares.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="path">The way to the field, such as <c>address.city</c>.</param>
    /// <param name="because">Why, in words.</param>
    public void MayChange(string table, string path, string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        _changingByName.Add((table, path));
    }

    /// <summary>Says that a migration may lose documents of a table, where a store's own step removes them.</summary>
    /// <param name="table">The table, of the constants before the migration.</param>
    /// <param name="because">Why, in words.</param>
    public void MayLose(Table table, string because)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        _losing.Add(table);
    }

    /// <summary>What holds for one migration.</summary>
    internal Exceptions ExceptionsOf(MigrationDefinition migration) => new(
        [.. _changingByName, .. _changing.Where(field => Has(migration, field.Table)).Select(field => (field.Table.Name, field.Path))],
        [.. _losing.Where(table => Has(migration, table)).Select(table => table.Name)]);

    /// <summary>What the author says of random documents.</summary>
    internal void AddTo(GeneratedValues generated)
    {
        foreach (var say in _values)
            say(generated);
    }

    private static bool Has(MigrationDefinition migration, Table table) => migration.Before.TryFind(table) is not null || migration.After.TryFind(table) is not null;
}
