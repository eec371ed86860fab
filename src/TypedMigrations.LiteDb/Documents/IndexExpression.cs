using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>An index as LiteDB keeps it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expression">The indexed expression in LiteDB's own spelling.</param>
/// <param name="IsUnique">Whether LiteDB refuses duplicates.</param>
internal sealed record StoredIndex(string Name, string Expression, bool IsUnique);

/// <summary>Says how LiteDB keeps a declared index.</summary>
internal static class IndexExpression
{
    private const int LongestName = 32;

    /// <summary>The stored indexes of a declared one: one, or two where uniqueness counts only among documents that have the field.</summary>
    public static IEnumerable<StoredIndex> Of(IndexSchema index)
    {
        var field = Of(index.On, index.IsExpression);
        if (index.Kind != IndexKind.UniqueWherePresent)
            return [Stored(index.Name, field, index.Kind == IndexKind.Unique)];

        // LiteDB has no sparse index. A document without the field gets a value that nobody else has; but such an
        // expression serves no lookup, hence the second index. An empty string counts as absent: LiteDB's mapper writes it as null.
        return [Stored(index.Name, $"IIF({field}=null OR {field}='',{{m:$._id}},{field})", isUnique: true), Stored(LookupName(index.Name), field, isUnique: false)];
    }

    /// <summary>What a declared index is on, in LiteDB's words.</summary>
    public static string Of(string on, bool isExpression) => isExpression ? on : OfPath(on);

    /// <summary>The name of the index that serves lookups beside a unique one on an expression: derived, within LiteDB's 32 letters.</summary>
    public static string LookupName(string name) => name.Length + "_lookup".Length <= LongestName
        ? name + "_lookup"
        : name[..(LongestName - "_lk".Length - 6)] + "_lk" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)))[..6];

    /// <summary>The expression of a field: <c>$.home.city</c>, or <c>$.phones[*].number</c> for array elements.</summary>
    public static string OfPath(string path) => "$." + string.Join('.', path.Split('.').Select(part =>
    {
        var elements = part.EndsWith("[]", StringComparison.Ordinal);
        var name = elements ? part[..^2] : part;
        var word = name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$') && !char.IsAsciiDigit(name[0]);
        return (word ? name : $"[\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]") + (elements ? "[*]" : "");
    }));

    private static StoredIndex Stored(string name, string expression, bool isUnique) =>
        new(name, BsonExpression.Create(expression).Source, isUnique);
}
