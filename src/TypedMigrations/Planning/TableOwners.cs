using TypedMigrations.Discovering;

namespace TypedMigrations.Planning;

/// <summary>Finds tables that two modules own.</summary>
internal static class TableOwners
{
    public static IEnumerable<Problem> Check(MigrationCatalog catalog) => catalog.Migrations
        .GroupBy(migration => migration.Id.Module)
        .SelectMany(module => module.Last().Definition.After.Tables.Select(table => new OwnedTable(table.Name, module.Key)))
        .GroupBy(owned => owned.Name, owned => owned.Module, StringComparer.OrdinalIgnoreCase)
        .Where(owners => owners.Count() > 1)
        .Select(owners => new Problem(ErrorCode.TableOwnedTwice, $"Table {owners.Key} is owned by modules {string.Join(" and ", owners)}.",
            "Rename the table in one of them: two modules never own the same table."));

    private sealed record OwnedTable(string Name, string Module);
}
