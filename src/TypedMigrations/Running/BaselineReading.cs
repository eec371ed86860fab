using TypedMigrations.Discovering;
using TypedMigrations.Planning;
using TypedMigrations.Schemas;
using TypedMigrations.Storing;

namespace TypedMigrations.Running;

/// <summary>Reads a database once beside the constants of every migration, and lets each module find where it is.</summary>
internal static class BaselineReading
{
    public static BaselineReport Read(MigrationCatalog catalog, IDatabaseSession database, string name, CancellationToken cancellation)
    {
        var same = new Dictionary<string, TableSchema>(StringComparer.Ordinal);
        var modules = catalog.Migrations.GroupBy(migration => migration.Id.Module).OrderBy(module => module.Key, StringComparer.Ordinal)
            .Select(module => (Name: module.Key, Versions: module.Select(migration => new BaselineVersion(migration.Id, TablesOf(migration, same))).ToList())).ToList();

        // The first versions of all modules are read together, then the second ones: most tables are the same from one to the next.
        var lists = Enumerable.Range(0, Math.Max(1, modules.Select(module => module.Versions.Count).DefaultIfEmpty().Max()))
            .Select(i => (IReadOnlyList<TableSchema>)[.. modules.SelectMany(module => module.Versions[Math.Min(i, module.Versions.Count - 1)].Tables)]).ToList();
        var real = database.ReadSchemas(lists, cancellation);

        var problems = catalog.Problems.Concat(catalog.Migrations.SelectMany(migration => migration.Definition.Problems)).DistinctBy(problem => problem.ToString());
        return new BaselineReport(name, database.State, real[0], [.. modules.Select(module => BaselineFit.Find(module.Name, module.Versions, real))], [.. problems]);
    }

    /// <summary>The tables after a migration, each the same object as that of another migration which declares the same.</summary>
    private static IReadOnlyList<TableSchema> TablesOf(CatalogedMigration migration, Dictionary<string, TableSchema> same)
    {
        var tables = new List<TableSchema>();
        foreach (var table in migration.Definition.After.Tables)
        {
            var text = new Schema([table]).ToString();
            if (!same.TryGetValue(text, out var known))
                same[text] = known = table;
            tables.Add(known);
        }

        return tables;
    }
}
