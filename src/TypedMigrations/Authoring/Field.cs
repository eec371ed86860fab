using System.Reflection;

namespace TypedMigrations;

/// <summary>A field of a table's documents, at any depth, as it looks after one migration.</summary>
public abstract class Field
{
    internal const string KeyName = "_id";

    private protected Field(Table table, Field? parent, string name, FieldRole role, PropertyInfo? property, Type valueType, EnumStorage enums)
    {
        Table = table;
        Parent = parent;
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Role = role;
        ValueType = valueType;
        Enums = enums;
        Property = property;
        Path = PathOf(parent, name, role);
        if (role != FieldRole.Elements)
            table.Add(this);
    }

    /// <summary>The table whose documents have this field.</summary>
    public Table Table { get; }

    /// <summary>The name of the field in the database, <c>_id</c> for the key.</summary>
    public string Name { get; }

    /// <summary>The way to the field from the document: <c>home.city</c>, or <c>phones[].number</c> for a field of array elements.</summary>
    public string Path { get; }

    internal Field? Parent { get; }

    internal FieldRole Role { get; }

    internal Type ValueType { get; }

    internal EnumStorage Enums { get; }

    internal PropertyInfo? Property { get; }

    /// <summary>Declares that the field holds the key of a document, or keys of several.</summary>
    /// <param name="key">The key of a table, this one included.</param>
    public Reference References(Field key) => new(this, key);

    /// <summary>The path.</summary>
    public override string ToString() => $"{Table.Name}.{Path}";

    private static string PathOf(Field? parent, string name, FieldRole role) =>
        parent is null ? name : role == FieldRole.Elements ? parent.Path + name : $"{parent.Path}.{name}";
}

/// <summary>A field of a record's table, whatever its type.</summary>
/// <typeparam name="TRecord">The record of the table's documents.</typeparam>
public abstract class Field<TRecord> : Field
{
    private protected Field(Table table, Field? parent, string name, FieldRole role, PropertyInfo? property, Type valueType, EnumStorage enums)
        : base(table, parent, name, role, property, valueType, enums)
    {
    }
}

/// <summary>A field as steps take it: a value that may be null fits where one is expected that may be.</summary>
/// <typeparam name="TRecord">The record of the table's documents.</typeparam>
/// <typeparam name="TValue">The type of the field.</typeparam>
public interface IField<TRecord, out TValue>
{
    /// <summary>The declared field.</summary>
    internal Field<TRecord> Declaration { get; }
}

/// <summary>A field of a table's documents with its type. It knows its table, so that steps need not name it.</summary>
/// <typeparam name="TRecord">The record of the table's documents.</typeparam>
/// <typeparam name="TValue">The type of the field.</typeparam>
public sealed class Field<TRecord, TValue> : Field<TRecord>, IField<TRecord, TValue>
{
    internal Field(Table table, Field? parent, string name, FieldRole role, PropertyInfo? property, EnumStorage enums)
        : base(table, parent, name, role, property, typeof(TValue), enums)
    {
    }

    Field<TRecord> IField<TRecord, TValue>.Declaration => this;
}

/// <summary>How an enumeration is stored.</summary>
public enum EnumStorage
{
    /// <summary>By name, as LiteDB's mapper stores it unless told otherwise.</summary>
    Name,

    /// <summary>By number.</summary>
    Number,
}

internal enum FieldRole
{
    Key,
    Required,
    Optional,

    /// <summary>The elements of an array or the values of a map: not a field of its own, but the parent of the fields of its elements.</summary>
    Elements,
}
