using System.Runtime.CompilerServices;

namespace TypedMigrations;

/// <summary>A table of documents, as it looks after one migration. Its fields, indexes and references add themselves to it.</summary>
public abstract class Table
{
    private readonly List<Field> _fields = [];
    private readonly List<Index> _indexes = [];
    private readonly List<Reference> _references = [];

    private protected Table(string name, Type recordType)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        RecordType = recordType;
    }

    /// <summary>The name of the table in the database.</summary>
    public string Name { get; }

    /// <summary>The record that models one document.</summary>
    public Type RecordType { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal IReadOnlyList<Field> Fields => _fields;

    internal IReadOnlyList<Index> Indexes => _indexes;

    internal IReadOnlyList<Reference> References => _references;

    internal void Add(Field field) => _fields.Add(field);

    internal void Add(Index index) => _indexes.Add(index);

    internal void Add(Reference reference) => _references.Add(reference);
}

/// <summary>A table of documents, as it looks after one migration: the constant from which its key, fields and indexes are declared.</summary>
/// <typeparam name="TRecord">The migration's own record of one document.</typeparam>
/// <param name="name">The name of the table in the database.</param>
public sealed class Table<TRecord>(string name) : Table(name, typeof(TRecord))
    where TRecord : class
{
    /// <summary>Declares the primary key.</summary>
    /// <param name="property">The property of the record that holds it.</param>
    /// <param name="source">The text of <paramref name="property"/>, which the compiler adds.</param>
    public Field<TRecord, TValue> Key<TValue>(Func<TRecord, TValue> property, [CallerArgumentExpression(nameof(property))] string source = "") =>
        new Field<TRecord, TValue>(this, parent: null, Field.KeyName, FieldRole.Key, BoundProperty.Of(typeof(TRecord), typeof(TValue), property, source), EnumStorage.Name);

    /// <summary>Declares a field that every document has.</summary>
    /// <param name="name">The name of the field in the database.</param>
    /// <param name="property">The property of the record that holds it.</param>
    /// <param name="enums">How an enumeration is stored: by name (the default, as LiteDB's mapper does) or by number.</param>
    /// <param name="source">The text of <paramref name="property"/>, which the compiler adds.</param>
    public Field<TRecord, TValue> Required<TValue>(
        string name, Func<TRecord, TValue> property, EnumStorage enums = EnumStorage.Name, [CallerArgumentExpression(nameof(property))] string source = "") =>
        new Field<TRecord, TValue>(this, parent: null, name, FieldRole.Required, BoundProperty.Of(typeof(TRecord), typeof(TValue), property, source), enums);

    /// <summary>Declares a field that a document may lack, or hold as null.</summary>
    /// <param name="name">The name of the field in the database.</param>
    /// <param name="property">The property of the record that holds it.</param>
    /// <param name="enums">How an enumeration is stored: by name (the default, as LiteDB's mapper does) or by number.</param>
    /// <param name="source">The text of <paramref name="property"/>, which the compiler adds.</param>
    public Field<TRecord, TValue> Optional<TValue>(
        string name, Func<TRecord, TValue> property, EnumStorage enums = EnumStorage.Name, [CallerArgumentExpression(nameof(property))] string source = "") =>
        new Field<TRecord, TValue>(this, parent: null, name, FieldRole.Optional, BoundProperty.Of(typeof(TRecord), typeof(TValue), property, source), enums);

    /// <summary>Declares an index on an expression of the store. The store's package has the methods that call this.</summary>
    /// <param name="name">The name of the index in the database.</param>
    /// <param name="expression">The expression, as the store writes it.</param>
    /// <param name="kind">What it demands of the values.</param>
    public Index<TRecord> StoreIndex(string name, string expression, IndexKind kind) =>
        new Index<TRecord>(this, name, expression, kind);

    /// <summary>Declares an index for lookups. On a list it has an entry for each element.</summary>
    public Index<TRecord> Index(string name, Field<TRecord> field) =>
        new Index<TRecord>(this, name, field, IndexKind.Plain);

    /// <summary>Declares an index that keeps the values of a required field unique.</summary>
    /// <remarks>LiteDB takes two documents without the field as duplicates: for an optional field declare <see cref="UniqueIndexWherePresent"/>.</remarks>
    public Index<TRecord> UniqueIndex(string name, Field<TRecord> field) =>
        new Index<TRecord>(this, name, field, IndexKind.Unique);

    /// <summary>Declares an index that keeps values unique among the documents that have the field.</summary>
    /// <remarks>
    /// A document without the field, with null or with an empty string in it does not count: LiteDB's own mapper writes an
    /// empty string as null. LiteDB has no such index; the store keeps one on an expression under the declared name, and a
    /// plain one for lookups beside it.
    /// </remarks>
    public Index<TRecord> UniqueIndexWherePresent(string name, Field<TRecord> field) =>
        new Index<TRecord>(this, name, field, IndexKind.UniqueWherePresent);
}
