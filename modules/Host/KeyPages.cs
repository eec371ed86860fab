using LiteDB;

namespace Host;

/// <summary>Reads a table in pages, by key. A cursor of LiteDB belongs to the thread that opened it, which an await may leave: so whole pages.</summary>
internal static class KeyPages
{
    private const int PageSize = 500;

    public static IEnumerable<IReadOnlyList<BsonDocument>> Pages(this ILiteDatabase database, string table)
    {
        for (var page = Page(database, table, after: null); page.Count > 0; page = Page(database, table, page[^1]["_id"]))
            yield return page;
    }

    private static List<BsonDocument> Page(ILiteDatabase database, string table, BsonValue? after)
    {
        var documents = database.GetCollection(table).Query();
        var rest = after is null ? documents : documents.Where(Query.GT("_id", after));
        return rest.OrderBy("_id").Limit(PageSize).ToList();
    }
}
