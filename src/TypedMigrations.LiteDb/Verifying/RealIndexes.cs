using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Verifying;

/// <summary>Says what LiteDB's indexes are: on which field, for how many values a document, and which of them belong together.</summary>
internal static class RealIndexes
{
    private const string WherePresent = "IIF(";

    /// <summary>The indexes that LiteDB would keep for the declared ones.</summary>
    public static IReadOnlyList<RealIndex> OfDeclared(TableSchema? table) => table is null ? [] : Of(table.Indexes.SelectMany(IndexExpression.Of));

    public static IReadOnlyList<RealIndex> Of(IEnumerable<StoredIndex> stored)
    {
        var indexes = stored.Select(Of).ToList();
        var lookups = indexes.Where(index => index.IsWherePresent).ToDictionary(index => (IndexExpression.LookupName(index.Name), index.FieldPath), index => index.Name);
        return [.. indexes.Select(index => index.IsUnique ? index : index with { LookupOf = lookups.GetValueOrDefault((index.Name, index.FieldPath)) })];
    }

    private static RealIndex Of(StoredIndex stored)
    {
        var index = new RealIndex(stored.Name, stored.Expression, stored.IsUnique, IsMultikey: !BsonExpression.Create(stored.Expression).IsScalar) { FieldPath = PathOf(stored.Expression) };
        return WherePresentPath(stored) is { } path ? index with { FieldPath = path, IsWherePresent = true } : index;
    }

    /// <summary>The field of our own expression for a unique index among the documents that have it; null for any other.</summary>
    private static string? WherePresentPath(StoredIndex stored)
    {
        var end = stored.Expression.IndexOf("=null", StringComparison.Ordinal);
        return stored.Expression.StartsWith(WherePresent, StringComparison.Ordinal) && end > 0 && PathOf(stored.Expression[WherePresent.Length..end]) is { } path
            && IndexExpression.Of(new IndexSchema(stored.Name, path, IndexKind.UniqueWherePresent)).First() == stored ? path : null;
    }

    /// <summary>The way to the field that an expression names; null where it is another kind of expression.</summary>
    private static string? PathOf(string expression)
    {
        // LiteDB spells $.phones[*].number as MAP($.phones[*]=>@.number). What is guessed here is proved by spelling it anew.
        var way = expression.Replace("MAP(", "", StringComparison.Ordinal).Replace("=>@", "", StringComparison.Ordinal).TrimEnd(')');
        if (!way.StartsWith("$.", StringComparison.Ordinal))
            return null;

        var path = way[2..].Replace("[*]", "[]", StringComparison.Ordinal).Replace("[\"", "", StringComparison.Ordinal).Replace("\"]", "", StringComparison.Ordinal);
        return path.Split('.').All(part => part.Length > 0 && part != "[]") && BsonExpression.Create(IndexExpression.OfPath(path)).Source == expression ? path : null;
    }
}
