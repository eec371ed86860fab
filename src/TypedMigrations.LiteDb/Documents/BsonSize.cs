using LiteDB;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Estimates how many bytes a document takes, so that a batch stays small when documents are large.</summary>
internal static class BsonSize
{
    private const int SmallValue = 16;

    public static long Of(BsonValue value) => value.Type switch
    {
        BsonType.String => SmallValue + value.AsString.Length,
        BsonType.Binary => SmallValue + value.AsBinary.Length,
        BsonType.Array => OfArray(value.AsArray),
        BsonType.Document => OfDocument(value.AsDocument),
        _ => SmallValue,
    };

    private static long OfArray(BsonArray array)
    {
        var size = 0L;
        foreach (var item in BsonParts.ItemsOf(array))
            size += SmallValue + Of(item);
        return size;
    }

    private static long OfDocument(BsonDocument document)
    {
        var size = 0L;
        foreach (var (name, value) in BsonParts.FieldsOf(document))
            size += name.Length + SmallValue + Of(value);
        return size;
    }
}
