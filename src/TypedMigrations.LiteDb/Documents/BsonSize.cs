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
        BsonType.Array => value.AsArray.Sum(item => SmallValue + Of(item)),
        BsonType.Document => value.AsDocument.Sum(pair => pair.Key.Length + SmallValue + Of(pair.Value)),
        _ => SmallValue,
    };
}
