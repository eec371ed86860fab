using System.Reflection;

namespace TypedMigrations.Schemas;

/// <summary>What code of another module names of a schema: tables and fields by their constants, fields by the properties of their records.</summary>
internal sealed class NamedFields
{
    private readonly HashSet<string> _members;
    private readonly HashSet<string> _constants;

    /// <param name="namespace">The namespace of the schema's migration.</param>
    /// <param name="names">The full names of constants and properties, as the manifest has them; of other namespaces too.</param>
    public NamedFields(string @namespace, IEnumerable<string> names)
    {
        _members = names.Where(name => name.StartsWith(@namespace + ".", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        _constants = _members.Select(ConstantOf).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The schema with records that have the named fields alone. A table that nothing names stays whole: nobody reads it.</summary>
    public Schema Narrow(Schema schema) => new(schema.Tables.Select(table => IsNamed(table) ? Narrow(table) : table));

    /// <summary>The named fields at every depth, by table and path.</summary>
    public IEnumerable<(TableSchema Table, FieldSchema Field)> In(Schema schema) =>
        from table in schema.Tables.Where(IsNamed)
        let read = FieldsOf(Narrow(table).Record).Select(field => field.Declaration).ToHashSet()
        from field in table.AllFields.OrderBy(field => field.Path, StringComparer.Ordinal)
        where _constants.Contains(field.Constant) || read.Contains(field.Declaration)
        select (table, field);

    private bool IsNamed(TableSchema table) => _constants.Contains(table.Constant) || table.AllFields.Any(field => _constants.Contains(field.Constant));

    private TableSchema Narrow(TableSchema table) => new(table.Declaration, table.Constant, Narrow(table.Record), table.AllFields, table.Indexes, table.References);

    private RecordShape Narrow(RecordShape record)
    {
        // A property without a field computes, nobody knows from what.
        var computing = record.Type.GetProperties().Select(NameOf).Where(_members.Contains).Except(record.Fields.Select(field => NameOf(field.Declaration.Property!)));
        return computing.Any() ? record : new RecordShape(record.Type, record.Fields
            .Where(field => _constants.Contains(field.Constant) || _members.Contains(NameOf(field.Declaration.Property!)))
            .Select(field => new FieldSchema(field.Declaration, field.Constant, field.Type, field.Nested is null ? null : Narrow(field.Nested))));
    }

    private static IEnumerable<FieldSchema> FieldsOf(RecordShape record) => record.Fields.SelectMany(field => field.Nested is null ? [field] : FieldsOf(field.Nested).Prepend(field));

    private static string NameOf(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return $"{(type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName}.{property.Name}";
    }

    /// <summary>The class and the member, as schemas name constants: <c>AccountTable.Email</c>.</summary>
    private static string ConstantOf(string member)
    {
        var type = member[..member.LastIndexOf('.')];
        return member[(type.LastIndexOfAny(['.', '+']) + 1)..];
    }
}
