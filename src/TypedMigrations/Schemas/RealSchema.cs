namespace TypedMigrations.Schemas;

/// <summary>What a database really holds, counted document by document, whatever constants declare.</summary>
/// <remarks>A store makes it. Its text has the layout of a declared schema's, so that both can be laid side by side.</remarks>
public sealed class RealSchema
{
    /// <summary>The schema of a database that holds nothing, or does not exist.</summary>
    public static readonly RealSchema Empty = new([]);

    /// <summary>Makes a schema of what was counted.</summary>
    /// <param name="tables">The tables, in any order.</param>
    public RealSchema(IEnumerable<RealTable> tables) => Tables = [.. tables.OrderBy(table => table.Name, StringComparer.Ordinal)];

    /// <summary>The tables, by name; journal and file storage among them.</summary>
    public IReadOnlyList<RealTable> Tables { get; }

    /// <summary>The number that the application itself keeps in the database, such as LiteDB's <c>USER_VERSION</c>. Null where the store has none.</summary>
    public long? UserVersion { get; init; }

    /// <summary>The table of this name, or null. Case does not count.</summary>
    public RealTable? TryFind(string name) => Tables.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The canonical text: one line a field. Two databases of one schema have the same text without counts.</summary>
    /// <param name="withCounts">Whether each line ends with how many documents it speaks of.</param>
    public string ToText(bool withCounts) => new RealSchemaText(withCounts).Of(this);

    /// <summary>The canonical text with counts.</summary>
    public override string ToString() => ToText(withCounts: true);
}
