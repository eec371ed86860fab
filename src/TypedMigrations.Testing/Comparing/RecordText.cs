using TypedMigrations.Schemas;

namespace TypedMigrations.Testing.Comparing;

/// <summary>Writes a record for messages: the fields that are not null, as they are named in the database.</summary>
internal static class RecordText
{
    public static string Of(TableSchema table, object record) => Of(table.Record, record);

    private static string Of(RecordShape shape, object record)
    {
        var values = new object?[shape.Fields.Count];
        shape.Read(record, values);
        var fields = shape.Fields.Select((field, i) => (Field: field, Value: values[i])).Where(item => item.Value is not null && !item.Field.IsKey);
        return "{" + string.Join(", ", fields.Select(item => $"{item.Field.Name}: {Of(item.Field, item.Value!)}")) + "}";
    }

    private static string Of(FieldSchema field, object value) =>
        field.Nested is { } nested && value.GetType() == nested.Type ? Of(nested, value)
        : field.Nested is { } element && value is IEnumerable<object> list && list.All(item => item.GetType() == element.Type) ? "[" + string.Join(", ", list.Select(item => Of(element, item))) + "]"
        : ValueText.Of(value);
}
