using LiteDB;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>The way from a table's document to the documents that hold a field: itself, nested ones, or array elements.</summary>
internal sealed class Containers
{
    private readonly (string Name, bool Elements)[] _way;

    /// <param name="path">Empty, <c>home</c>, <c>phones[]</c> or <c>orders[].address</c>.</param>
    public Containers(string path) => _way = path.Length == 0
        ? []
        : [.. path.Split('.').Select(part => (part.EndsWith("[]", StringComparison.Ordinal) ? part[..^2] : part, part.EndsWith("[]", StringComparison.Ordinal)))];

    /// <summary>How many documents deep the fields lie.</summary>
    public int Depth => _way.Length;

    /// <summary>The documents at the end of the way. Where something else stands on it, there are none.</summary>
    public IEnumerable<BsonDocument> In(BsonDocument document) => _way.Length == 0 ? [document] : Walk(document, 0);

    private IEnumerable<BsonDocument> Walk(BsonDocument document, int step)
    {
        if (step == _way.Length)
            return [document];
        if (!document.TryGetValue(_way[step].Name, out var value))
            return [];
        if (_way[step].Elements)
            return value.IsArray ? value.AsArray.Where(item => item.IsDocument).SelectMany(item => Walk(item.AsDocument, step + 1)) : [];
        return value.IsDocument ? Walk(value.AsDocument, step + 1) : [];
    }
}
