using System.Globalization;
using TypedMigrations.Schemas;

namespace TypedMigrations.Tests.Building;

/// <summary>Reads schemas from tables that a test declares inline. A constant is named as its author would: <c>AccountsTable.Email</c>.</summary>
internal static class Constants
{
    public static Schema Schema(params Table[] tables)
    {
        var (schema, problems) = Read(tables);
        return problems.Count == 0 ? schema : throw new MigrationException(problems);
    }

    public static IReadOnlyList<Problem> Problems(params Table[] tables) => Read(tables).Problems;

    private static (Schema Schema, IReadOnlyList<Problem> Problems) Read(Table[] tables)
    {
        var names = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        foreach (var table in tables)
        {
            var className = Pascal(table.Name) + "Table";
            names[table] = $"{className}.Table";
            foreach (var field in table.Fields)
                names[field] = $"{className}.{Pascal(field.Name == "_id" ? "id" : field.Path)}";
        }

        return SchemaReader.Read("20201027_ManyRoles", tables, names);
    }

    private static string Pascal(string path) => string.Concat(
        path.Split(['.', '[', ']', '_'], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpper(part[0], CultureInfo.InvariantCulture) + part[1..]));
}
