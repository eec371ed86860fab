using TypedMigrations.Schemas;

namespace TypedMigrations.Cli.Comparing;

/// <summary>What a database really holds, as the text that is dumped and compared.</summary>
internal static class RealSchemaText
{
    /// <param name="real">What the database holds.</param>
    /// <param name="tables">The tables; null for all but journal and audit trail.</param>
    public static string Of(RealSchema real, IReadOnlyList<string>? tables = null) =>
        new RealSchema(real.Tables.Where(table => tables?.Contains(table.Name, StringComparer.OrdinalIgnoreCase) ?? table.Kind != RealTableKind.Journal)).ToText(withCounts: false);
}
