using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>The way from a table's document to the documents that hold a field: itself, nested ones, array elements, values of a map.</summary>
internal sealed class Containers
{
    private readonly Step[] _way;

    /// <param name="path">Empty, <c>home</c>, <c>phones[]</c>, <c>orders[].address</c> or <c>teams{}</c>.</param>
    public Containers(string path) => _way = path.Length == 0 ? [] : [.. path.Split('.').Select(part => new Step(FieldPath.WithoutMarks(part), FieldPath.Marks(part)))];

    /// <summary>The documents at the end of the way. Where something else stands on it, there are none.</summary>
    public IEnumerable<BsonDocument> In(BsonDocument document) => _way.Length == 0 ? [document] : Walk(document, 0);

    private IEnumerable<BsonDocument> Walk(BsonDocument document, int step)
    {
        if (step == _way.Length)
            return [document];
        return document.TryGetValue(_way[step].Name, out var value) ? Open(value, _way[step].Marks).SelectMany(inner => Walk(inner, step + 1)) : [];
    }

    private static IEnumerable<BsonDocument> Open(BsonValue value, string marks)
    {
        if (marks.Length == 0)
            return value.IsDocument ? [value.AsDocument] : [];

        var isArray = marks.StartsWith(FieldPath.Elements, StringComparison.Ordinal);
        IEnumerable<BsonValue> inner = isArray ? value.IsArray ? value.AsArray : [] : value.IsDocument ? value.AsDocument.Values : [];
        return inner.SelectMany(item => Open(item, marks[2..]));
    }

    private sealed record Step(string Name, string Marks);
}
