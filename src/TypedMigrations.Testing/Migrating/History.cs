using System.Collections.Concurrent;
using TypedMigrations.Discovering;
using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Migrating;

/// <summary>The migrations of some modules in run order, with all constants of all their versions.</summary>
internal sealed class History
{
    private static readonly ConcurrentDictionary<string, Lazy<History>> Known = [];

    private readonly Dictionary<Table, TableSchema> _tables = [];
    private readonly Lock _seeds = new();

    private History(IReadOnlyList<MigrationModule> modules)
    {
        Modules = modules;
        Catalog = MigrationCatalog.Discover(modules);
        // All are loaded here, by one thread: a catalog is not made for several.
        foreach (var migration in Catalog.Migrations)
        {
            foreach (var table in migration.Definition.After.Tables)
                _tables[table.Declaration] = table;
            _ = migration.Down;
        }
    }

    public IReadOnlyList<MigrationModule> Modules { get; }

    public MigrationCatalog Catalog { get; }

    /// <summary>Which modules these are, as text.</summary>
    public string Key => KeyOf(Modules);

    /// <summary>The history of some modules. It is read once in a process, unless a module was made by the test itself.</summary>
    public static History Of(IReadOnlyList<MigrationModule> modules) => Known.GetOrAdd(KeyOf(modules), _ => new(() => new History(modules))).Value;

    /// <summary>The place of a migration in the run order; -1 is before the first one.</summary>
    public int IndexOf(CatalogedMigration? migration) => migration is null ? -1 : Catalog.Migrations.ToList().IndexOf(migration);

    /// <summary>The migration of a class.</summary>
    /// <exception cref="ArgumentException">It is of a module that is not there.</exception>
    public CatalogedMigration Find(Type migration) => Catalog.Migrations.FirstOrDefault(one => one.ClassName == migration.FullName)
        ?? throw new ArgumentException($"Migration {migration.FullName} is of none of the modules {string.Join(", ", Modules.Select(module => module.Name))}. "
            + "Add its module: with: options => options.Modules.Add(new …Module()).");

    /// <summary>The migration that runs before another one, of whichever module; null for the first.</summary>
    public CatalogedMigration? Before(CatalogedMigration migration) => IndexOf(migration) is > 0 and var index ? Catalog.Migrations[index - 1] : null;

    /// <summary>The tables, of all modules, as they are declared at a place in the run order.</summary>
    public IReadOnlyDictionary<string, TableSchema> DeclaredAt(int index) => Catalog.Migrations.Take(index + 1).GroupBy(migration => migration.Id.Module)
        .SelectMany(module => module.Last().Definition.After.Tables).DistinctBy(table => table.Name).ToDictionary(table => table.Name);

    /// <summary>The names of the tables into which the seeds of a migration insert.</summary>
    public IReadOnlySet<string> SeededBy(CatalogedMigration migration)
    {
        lock (_seeds)
            return SeedKinds.Of(testData: true).SelectMany(migration.Definition.Seeds).Select(seed => seed.Table.Name).ToHashSet();
    }

    /// <summary>A table as the constants of some migration declare it.</summary>
    /// <exception cref="ArgumentException">No migration of these modules declares it.</exception>
    public TableSchema Find(Table table) => _tables.TryGetValue(table, out var found) ? found
        : throw new ArgumentException($"Table {table.Name} is declared by no migration of the modules {string.Join(", ", Modules.Select(module => module.Name))}. "
            + "Name a constant of one of their migrations, or add its module: with: options => options.Modules.Add(new …Module()).");

    private static string KeyOf(IReadOnlyList<MigrationModule> modules) => string.Join(", ", modules.Select(module => $"{module.Name} {module.GetType().AssemblyQualifiedName}"));
}
