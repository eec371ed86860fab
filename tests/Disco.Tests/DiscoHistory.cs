using Accounts;
using TypedMigrations;
using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace Disco.Tests;

/// <summary>The module's history beside that of Accounts, as the tests ask for it.</summary>
internal static class DiscoHistory
{
    public static readonly MigrationModule[] Modules = [new AccountsModule(), new DiscoModule()];

    public static readonly MigrationCatalog Catalog = MigrationCatalog.Discover(Modules);

    public static IEnumerable<CatalogedMigration> Migrations => Catalog.Migrations.Where(migration => migration.Id.Module == "Disco");

    public static MigrationPlan PlanOfNewDatabase() => Planner.Plan(Catalog, DatabaseState.None, new PlanRequest(), _ => []);

    public static MigrationDefinition Migration(string name) => Migrations.Single(migration => migration.Id.Name == name).Definition;

    /// <summary>The documents that the seeds of one migration insert into a table.</summary>
    public static IReadOnlyList<TRecord> Seeded<TRecord>(string migration, SeedKind kind) =>
        [.. Migration(migration).Seeds(kind).SelectMany(seed => seed.Records).OfType<TRecord>()];

    /// <summary>What a record holds in a field.</summary>
    public static object? ValueOf(TableSchema table, object record, string path)
    {
        var values = new object?[table.Record.Fields.Count];
        table.Record.Read(record, values);
        return values[table.Record.Fields.ToList().FindIndex(field => field.Path == path)];
    }
}
