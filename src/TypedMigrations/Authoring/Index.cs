namespace TypedMigrations;

/// <summary>An index of a table, as it looks after one migration.</summary>
public abstract class Index
{
    private protected Index(Table table, string name, string expression, IndexKind kind)
    {
        Table = table;
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Expression = expression ?? throw new ArgumentNullException(nameof(expression));
        Kind = kind;
        table.Add(this);
    }

    private protected Index(Table table, string name, Field field, IndexKind kind)
    {
        Table = table;
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Field = field ?? throw new ArgumentNullException(nameof(field), $"The field of index '{name}' is null: declare the field above the index.");
        Kind = kind;
        table.Add(this);
    }

    /// <summary>The table that has the index.</summary>
    public Table Table { get; }

    /// <summary>The name of the index in the database.</summary>
    public string Name { get; }

    /// <summary>What the index demands of the values.</summary>
    public IndexKind Kind { get; }

    /// <summary>The indexed field; null for an index on an expression.</summary>
    internal Field? Field { get; }

    /// <summary>The store's expression; null for an index on a field.</summary>
    internal string? Expression { get; }
}

/// <summary>An index of a record's table, as it looks after one migration.</summary>
/// <typeparam name="TRecord">The record of the table's documents.</typeparam>
public sealed class Index<TRecord> : Index
{
    internal Index(Table table, string name, Field<TRecord> field, IndexKind kind) : base(table, name, field, kind)
    {
    }

    internal Index(Table table, string name, string expression, IndexKind kind) : base(table, name, expression, kind)
    {
    }
}

/// <summary>What an index demands of the values.</summary>
public enum IndexKind
{
    /// <summary>Nothing: it serves lookups.</summary>
    Plain,

    /// <summary>Every document has a value of its own.</summary>
    Unique,

    /// <summary>Every document that has the field has a value of its own.</summary>
    UniqueWherePresent,
}
