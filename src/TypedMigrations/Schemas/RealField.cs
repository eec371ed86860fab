using System.Globalization;

namespace TypedMigrations.Schemas;

/// <summary>What stands at one place of a table's documents: a field, the elements of an array, or the entries of a map.</summary>
public sealed class RealField
{
    /// <summary>The name of an array's elements.</summary>
    public const string ElementsName = "[]";

    /// <summary>The name of the entries of a map, or of any field where names are data.</summary>
    public const string AnyNameName = "{}";

    /// <summary>The name as the first document spells it; <c>[]</c> for elements, <c>{}</c> for any name.</summary>
    public required string Name { get; init; }

    /// <summary>The way from the document: <c>home.city</c>, <c>phones[].number</c>, <c>matrix[][]</c>, <c>scores{}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>How often it is there, null included.</summary>
    public required RealCount Found { get; init; }

    /// <summary>How often it is null.</summary>
    public RealCount Nulls { get; init; } = RealCount.None;

    /// <summary>How many of the documents that could hold it, nested ones each, lack it.</summary>
    public long Missing { get; init; }

    /// <summary>The types of what is not null, by name. Several mean that documents differ.</summary>
    public IReadOnlyList<RealType> Types { get; init => field = [.. value.OrderBy(type => type.Name, StringComparer.Ordinal)]; } = [];

    /// <summary>Other spellings of the name, which differ from it by case only.</summary>
    public IReadOnlyList<string> OtherSpellings { get; init; } = [];

    /// <summary>The fields of the nested documents, by name.</summary>
    public IReadOnlyList<RealField> Fields { get; init => field = [.. value.OrderBy(real => real.Name, StringComparer.Ordinal)]; } = [];

    /// <summary>The entries of a map, or all further fields where names are data. Null where there are none.</summary>
    public RealField? AnyName { get; init; }

    /// <summary>The elements of the arrays. Null where there are none.</summary>
    public RealField? Elements { get; init; }

    /// <summary>Whether something lacks the field, or has it as null.</summary>
    public bool IsOptional => Missing > 0 || Nulls.Values > 0;

    /// <summary>Whether the nested documents are maps: all names in them are data.</summary>
    public bool IsMap => AnyName is not null && Fields.Count == 0;

    // A field that happens to be named like that is quoted in its path.
    internal bool IsAnyName => Path.EndsWith(AnyNameName, StringComparison.Ordinal);

    /// <summary>The way to a field of a document. A name that cannot be told from a way is quoted: <c>home["a.b"]</c>.</summary>
    /// <param name="container">The way to the document; empty for the table's own.</param>
    /// <param name="name">The field's name.</param>
    public static string PathOf(string container, string name)
    {
        var text = RealSchemaText.Name(name);
        return container.Length == 0 || text[0] is '[' or '{' ? container + text : $"{container}.{text}";
    }

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    internal IEnumerable<RealField> WithAllInside() =>
        Fields.Append(AnyName).Append(Elements).OfType<RealField>().SelectMany(inside => inside.WithAllInside()).Prepend(this);
}

/// <summary>How often something occurs in a table.</summary>
/// <param name="Documents">In how many documents.</param>
/// <param name="Values">How many times: more than once in a document below arrays and maps.</param>
public sealed record RealCount(long Documents, long Values)
{
    /// <summary>Nowhere.</summary>
    public static readonly RealCount None = new(0, 0);

    /// <summary>The documents, and the values where they are more: <c>4</c> or <c>9 in 4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Values}{(Values == Documents ? "" : " in ")}{(Values == Documents ? null : Documents)}");
}

/// <summary>A type that values of a field have.</summary>
/// <param name="Name">The word that schema text has for it, such as <c>int</c>; a store's own kinds have words of their own.</param>
/// <param name="Count">How often it occurs.</param>
public sealed record RealType(string Name, RealCount Count)
{
    /// <summary>The word for a nested document.</summary>
    public const string Record = "record";

    /// <summary>The word for an array.</summary>
    public const string List = "list";
}
