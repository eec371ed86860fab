namespace TypedMigrations.Schemas;

/// <summary>The tables of one module after one migration, read from its constants. Frozen.</summary>
public sealed class Schema
{
    /// <summary>The schema before a module's first migration.</summary>
    public static readonly Schema Empty = new([]);

    internal Schema(IEnumerable<TableSchema> tables) => Tables = [.. tables.OrderBy(table => table.Name, StringComparer.Ordinal)];

    /// <summary>The tables, by name.</summary>
    public IReadOnlyList<TableSchema> Tables { get; }

    /// <summary>The table that a constant declares, or null.</summary>
    public TableSchema? TryFind(Table declaration) => Tables.FirstOrDefault(table => table.Declaration == declaration);

    /// <summary>The table of this name, or null. Names that differ by case are the same to LiteDB, but a case of their own to the author.</summary>
    public TableSchema? TryFind(string name) => Tables.FirstOrDefault(table => table.Name == name);

    /// <summary>The canonical text: deterministic, one line a field.</summary>
    public override string ToString() => SchemaText.Of(this);
}
