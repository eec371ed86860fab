namespace TypedMigrations.Schemas;

/// <summary>Reads a schema from the tables that a migration's constants declare, and says what is wrong with them.</summary>
internal sealed class SchemaReader(string migration, IReadOnlyDictionary<object, string> constants)
{
    private readonly List<Problem> _problems = [];

    public static (Schema Schema, IReadOnlyList<Problem> Problems) Read(string migration, IReadOnlyList<Table> tables, IReadOnlyDictionary<object, string> constants)
    {
        var reader = new SchemaReader(migration, constants);
        reader.CheckUnique("table", tables.Select(table => table.Name), "the constants");
        var read = tables.Select(reader.ReadTable).OfType<TableSchema>().ToList();
        return (new Schema(read), reader._problems);
    }

    private TableSchema? ReadTable(Table table)
    {
        var keys = table.Fields.Count(field => field.Role == FieldRole.Key);
        if (keys != 1)
        {
            Report(ErrorCode.KeyMissing, $"Table {table.Name} of migration {migration} has {keys} keys.", $"Declare one: public static readonly Field<{table.RecordType.Name}, string> Id = Table.Key(record => record.Id);");
            return null;
        }

        var fields = new List<FieldSchema>();
        var record = ReadRecord(table, table.RecordType, container: "", fields);
        foreach (var field in table.Fields.Where(field => fields.All(read => read.Declaration != field)))
            Report(ErrorCode.RecordNotCovered, $"Field {field} of migration {migration} is declared below {field.Parent!.Path}, which holds no record with fields.", "Declare the field on a nested record, or on the elements of a list of records with Each().");
        CheckUnique("index", table.Indexes.Select(index => index.Name), $"table {table.Name}");
        foreach (var index in table.Indexes)
            CheckIndex(table, index);

        foreach (var reference in table.References)
            CheckReference(reference);

        var indexes = table.Indexes.Select(index => index.Field is null ? new IndexSchema(index.Name, index.Expression!, index.Kind, IsExpression: true) : new IndexSchema(index.Name, IndexedPath(index.Field), index.Kind));
        return new TableSchema(table, ConstantOf(table), record, [.. fields.Where(field => field.IsKey), .. fields.Where(field => !field.IsKey)], indexes, table.References);
    }

    private RecordShape ReadRecord(Table table, Type type, string container, List<FieldSchema> all)
    {
        var own = table.Fields.Where(field => (field.Parent?.Path ?? "") == container).ToList();
        CheckUnique("field", own.Select(field => field.Name), container.Length == 0 ? $"table {table.Name}" : $"{table.Name}.{container}");

        var fields = new List<FieldSchema>();
        foreach (var field in own)
        {
            var fieldType = FieldType.Of(field.ValueType, field.Enums);
            fields.Add(new FieldSchema(field, ConstantOf(field), fieldType, ReadNested(table, fieldType, field.Path, all)));
        }

        all.AddRange(fields);
        var shape = new RecordShape(type, fields);
        foreach (var gap in shape.Gaps())
            Report(ErrorCode.RecordNotCovered, $"Table {table.Name} of migration {migration} does not cover its record: {gap}.", "Declare a field for every property of the record, or remove the property.");
        return shape;
    }

    /// <summary>The record that a field holds, or that lists and maps hold in it, however deep they are.</summary>
    private RecordShape? ReadNested(Table table, FieldType type, string path, List<FieldSchema> all) => type.Kind switch
    {
        ValueKind.Record => ReadRecord(table, type.ClrType, path, all),
        ValueKind.List => ReadNested(table, type.Element!, path + FieldPath.Elements, all),
        ValueKind.Map => ReadNested(table, type.Element!, path + FieldPath.Values, all),
        _ => null,
    };

    private void CheckReference(Reference reference)
    {
        if (reference.To.Role != FieldRole.Key)
            Report(ErrorCode.ReferenceNotKeepable, $"The reference {reference.From} of migration {migration} leads to {reference.To}, which is no key.", "Refer to a field declared with Table.Key.");
        else if (!FieldType.Of(reference.From.ValueType, reference.From.Enums).HoldsKeysOf(FieldType.Of(reference.To.ValueType, reference.To.Enums)))
            Report(ErrorCode.ReferenceNotKeepable, $"The reference {reference} of migration {migration} is of another type than the key {reference.To}.", "Declare the field with the type of the key, or as a list of it.");
    }

    /// <summary>An index on a list is one on its elements.</summary>
    private static string IndexedPath(Field field) => FieldType.Of(field.ValueType, field.Enums).Kind == ValueKind.List ? field.Path + FieldPath.Elements : field.Path;

    private void CheckIndex(Table table, Index index)
    {
        if (index.Field is null)
            return;
        if (index.Field.Table != table)
            Report(ErrorCode.IndexNotKeepable, $"Index {index.Name} of table {table.Name} is declared on a field of table {index.Field.Table.Name}.", "Declare the index on a field of its own table.");
        else if (index.Kind == IndexKind.Unique && OptionalAt(index.Field) is { } optional)
            Report(ErrorCode.IndexNotKeepable, $"Unique index {index.Name} of table {table.Name} is on {(optional == index.Field ? "the optional field" : $"a field of the optional {optional.Path},")} {index.Field.Path}: two documents without it would count as duplicates.", $"Write Table.UniqueIndexWherePresent(\"{index.Name}\", …), or declare {(optional == index.Field ? "the field" : optional.Path)} with Table.Required.");
        else if (index.Kind != IndexKind.Plain && FieldPath.HasElements(IndexedPath(index.Field)))
            Report(ErrorCode.IndexNotKeepable, $"Unique index {index.Name} of table {table.Name} is on array elements ({index.Field.Path}).", "Declare it with Table.Index: values of array elements cannot be kept unique.");
    }

    /// <summary>The field itself or the container of it that a document may lack.</summary>
    private static Field? OptionalAt(Field? field) => field is null || field.Role == FieldRole.Optional ? field : OptionalAt(field.Parent);

    private void CheckUnique(string kind, IEnumerable<string> names, string place)
    {
        foreach (var group in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var spellings = string.Join(", ", group.Distinct(StringComparer.Ordinal));
            Report(ErrorCode.NameTakenTwice, $"Migration {migration} declares {group.Count()} {(kind == "index" ? "indexes" : kind + "s")} named {spellings} in {place}.", "Give each a name of its own; names that differ only by case are the same to the store.");
        }
    }

    private string ConstantOf(object declared) => constants.GetValueOrDefault(declared, declared.ToString() ?? "");

    private void Report(string code, string what, string nextStep) => _problems.Add(new Problem(code, what, nextStep));
}
