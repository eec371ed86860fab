using System.Text;

namespace TypedMigrations.Schemas;

/// <summary>Writes a schema as text: deterministic, a line a field, so that a diff shows what a migration changed.</summary>
internal static class SchemaText
{
    public static string Of(Schema schema) => string.Join("\n\n", schema.Tables.Select(Of));

    private static string Of(TableSchema table)
    {
        var text = new StringBuilder("table ").Append(table.Name);
        text.Append("\n  key ").Append(table.Key.Type);
        Append(text, table.Record.Fields.Where(field => !field.IsKey), indent: 2);
        foreach (var index in table.Indexes)
            text.Append("\n  ").Append(index);
        foreach (var reference in table.References)
            text.Append("\n  reference ").Append(reference.From.Path).Append(" to ").Append(reference.To.Table.Name);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<FieldSchema> fields, int indent)
    {
        foreach (var field in fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            text.Append('\n').Append(' ', indent).Append("field ").Append(field.Name).Append(' ').Append(field.Type);
            if (!field.IsRequired)
                text.Append(" optional");
            if (field.Nested is not null)
                Append(text, field.Nested.Fields, indent + 2);
        }
    }
}
