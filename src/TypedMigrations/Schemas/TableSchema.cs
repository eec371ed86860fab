namespace TypedMigrations.Schemas;

/// <summary>A table after one migration: its key, its fields at every depth and its indexes.</summary>
public sealed class TableSchema
{
    internal TableSchema(Table declaration, string constant, RecordShape record, IEnumerable<FieldSchema> allFields, IEnumerable<IndexSchema> indexes, IEnumerable<Reference> references)
    {
        Declaration = declaration;
        Constant = constant;
        Record = record;
        AllFields = [.. allFields];
        Indexes = [.. indexes.OrderBy(index => index.Name, StringComparer.Ordinal)];
        References = [.. references.OrderBy(reference => reference.From.Path, StringComparer.Ordinal)];
        Key = AllFields.First(field => field.IsKey);
    }

    /// <summary>The name in the database.</summary>
    public string Name => Declaration.Name;

    /// <summary>The constant that declares the table.</summary>
    public Table Declaration { get; }

    /// <summary>The constant as code writes it, such as <c>AccountTable.Table</c>.</summary>
    public string Constant { get; }

    /// <summary>How the record is taken apart and put together.</summary>
    public RecordShape Record { get; }

    /// <summary>The primary key.</summary>
    public FieldSchema Key { get; }

    /// <summary>The fields at every depth, the key first, in the order of their declaration.</summary>
    public IReadOnlyList<FieldSchema> AllFields { get; }

    /// <summary>The indexes, by name.</summary>
    public IReadOnlyList<IndexSchema> Indexes { get; }

    /// <summary>The fields that hold keys of documents, by path.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>The field at a path, or null.</summary>
    public FieldSchema? TryFind(string path) => AllFields.FirstOrDefault(field => field.Path == path);

    /// <summary>The field that a constant declares, or null.</summary>
    public FieldSchema? TryFind(Field declaration) => AllFields.FirstOrDefault(field => field.Declaration == declaration);

    /// <summary>The key of a record of this table.</summary>
    public object? KeyOf(object record) => Key.Declaration.Property!.GetValue(record);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
