using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations;

/// <summary>The indexes that only LiteDB has. A module that declares one runs on LiteDB only.</summary>
/// <remarks>
/// An index on a list, or on a field of a list's elements, needs none of these: <see cref="Table{TRecord}.Index"/> keeps an entry for
/// each element, which LiteDB calls a multikey index.
/// </remarks>
public static class LiteDbIndexes
{
    /// <summary>Declares an index on an expression, such as <c>LOWER($.email)</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The name of the index in the database.</param>
    /// <param name="expression">The expression as LiteDB writes it. One that LiteDB cannot parse, or that names no field, is refused with TM2005.</param>
    public static Index<TRecord> ExpressionIndex<TRecord>(this Table<TRecord> table, string name, string expression) where TRecord : class =>
        Declare(table, name, expression, IndexKind.Plain);

    /// <summary>Declares an index that keeps the values of an expression unique.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The name of the index in the database.</param>
    /// <param name="expression">The expression as LiteDB writes it. It must give one value for each document.</param>
    public static Index<TRecord> UniqueExpressionIndex<TRecord>(this Table<TRecord> table, string name, string expression) where TRecord : class =>
        Declare(table, name, expression, IndexKind.Unique);

    /// <summary>Declares an index on several fields together. It serves queries on <c>[$.org, $.name] = [@0, @1]</c>.</summary>
    /// <remarks>LiteDB 5.0.20 compares such values exactly, and not by the collation of the database: <c>Shop</c> and <c>shop</c> differ.</remarks>
    /// <param name="table">The table.</param>
    /// <param name="name">The name of the index in the database.</param>
    /// <param name="fields">The fields in order, none of them in array elements.</param>
    public static Index<TRecord> CompoundIndex<TRecord>(this Table<TRecord> table, string name, params Field<TRecord>[] fields) where TRecord : class =>
        Declare(table, name, Compound(fields), IndexKind.Plain);

    /// <summary>Declares an index that keeps the values of several fields together unique. Compares as <see cref="CompoundIndex"/> does.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The name of the index in the database.</param>
    /// <param name="fields">The fields in order, none of them in array elements.</param>
    public static Index<TRecord> UniqueCompoundIndex<TRecord>(this Table<TRecord> table, string name, params Field<TRecord>[] fields) where TRecord : class =>
        Declare(table, name, Compound(fields), IndexKind.Unique);

    private static Index<TRecord> Declare<TRecord>(Table<TRecord> table, string name, string expression, IndexKind kind) where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.StoreIndex(name, expression, kind);
    }

    private static string Compound<TRecord>(Field<TRecord>[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return $"[{string.Join(',', fields.Select(field => IndexExpression.OfPath(field.Path)))}]";
    }
}
