namespace TypedMigrations.Schemas;

/// <summary>A field after one migration, with the record that it holds where it holds one.</summary>
public sealed class FieldSchema
{
    internal FieldSchema(Field declaration, string constant, FieldType type, RecordShape? nested)
    {
        Declaration = declaration;
        Constant = constant;
        Type = type;
        Nested = nested;
        ContainerPath = declaration.Parent?.Path ?? "";
    }

    /// <summary>The constant that declares the field.</summary>
    public Field Declaration { get; }

    /// <summary>The constant as code writes it, such as <c>AccountTable.Email</c>.</summary>
    public string Constant { get; }

    /// <summary>The name in its document.</summary>
    public string Name => Declaration.Name;

    /// <summary>The way from the table's document, such as <c>phones[].number</c>.</summary>
    public string Path => Declaration.Path;

    /// <summary>The way to the document that has the field: empty for the table's own, <c>phones[]</c> for array elements.</summary>
    public string ContainerPath { get; }

    /// <summary>What the field holds.</summary>
    public FieldType Type { get; }

    /// <summary>The record of a nested document, or of the elements of a list; null for values.</summary>
    public RecordShape? Nested { get; }

    /// <summary>Whether this is the primary key.</summary>
    public bool IsKey => Declaration.Role == FieldRole.Key;

    /// <summary>Whether every document has the field.</summary>
    public bool IsRequired => Declaration.Role is FieldRole.Key or FieldRole.Required;

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
