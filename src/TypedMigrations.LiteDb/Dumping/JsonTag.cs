using System.Text.Json;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>The names by which JSON says which type a value has: those of MongoDB's Extended JSON, version 2, and one for documents that begin like one of them.</summary>
internal static class JsonTag
{
    public static readonly JsonEncodedText Long = JsonEncodedText.Encode("$numberLong");
    public static readonly JsonEncodedText Double = JsonEncodedText.Encode("$numberDouble");
    public static readonly JsonEncodedText Decimal = JsonEncodedText.Encode("$numberDecimal");
    public static readonly JsonEncodedText Date = JsonEncodedText.Encode("$date");
    public static readonly JsonEncodedText Guid = JsonEncodedText.Encode("$uuid");
    public static readonly JsonEncodedText ObjectId = JsonEncodedText.Encode("$oid");
    public static readonly JsonEncodedText Binary = JsonEncodedText.Encode("$binary");
    public static readonly JsonEncodedText MinValue = JsonEncodedText.Encode("$minKey");
    public static readonly JsonEncodedText MaxValue = JsonEncodedText.Encode("$maxKey");

    /// <summary>Around a document whose first field has the name of a tag.</summary>
    public static readonly JsonEncodedText Document = JsonEncodedText.Encode("$document");

    // In the order of how often data has them.
    private static readonly JsonEncodedText[] All = [Date, Long, Double, Decimal, ObjectId, Guid, Binary, Document, MinValue, MaxValue];

    /// <summary>Whether a field of this name would be taken for a tag where it comes first.</summary>
    public static bool Is(string name) => name.StartsWith('$') && All.Any(tag => tag.Value == name);

    /// <summary>The tag whose name was read; null for a field.</summary>
    public static JsonEncodedText? Of(ref Utf8JsonReader reader)
    {
        foreach (var tag in All)
        {
            if (reader.ValueTextEquals(tag.EncodedUtf8Bytes))
                return tag;
        }

        return null;
    }
}
