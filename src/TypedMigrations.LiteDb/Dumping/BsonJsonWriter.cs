using System.Globalization;
using System.Text.Json;
using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Writes stored values as JSON that keeps every type and value.</summary>
/// <remarks>LiteDB's own JSON writes decimals as doubles do, cuts times, and takes a document with a field <c>$oid</c> for an id.</remarks>
internal static class BsonJsonWriter
{
    /// <summary>How deeply documents and arrays may be nested in a dump. LiteDB knows no limit but the stack of its thread.</summary>
    public const int Deepest = 5_000;

    private const string Milliseconds = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private const string Ticks = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <exception cref="NotSupportedException">It is nested too deeply.</exception>
    public static void Write(Utf8JsonWriter json, BsonValue value, int depth = 0)
    {
        switch (value.Type)
        {
            case BsonType.Null:
                json.WriteNullValue();
                break;
            case BsonType.Boolean:
                json.WriteBooleanValue(value.AsBoolean);
                break;
            case BsonType.Int32:
                json.WriteNumberValue((int)value.RawValue);
                break;
            case BsonType.String:
                json.WriteStringValue(value.AsString);
                break;
            case BsonType.Document:
                WriteDocument(json, value.AsDocument, Deeper(depth));
                break;
            case BsonType.Array:
                WriteArray(json, value.AsArray, Deeper(depth));
                break;
            default:
                json.WriteStartObject();
                WriteTagged(json, value);
                json.WriteEndObject();
                break;
        }
    }

    /// <summary>A decimal with its scale. .NET leaves the sign of a zero out, but reads it.</summary>
    public static string Text(decimal value) => (value == 0 && decimal.IsNegative(value) ? "-" : "") + value.ToString(CultureInfo.InvariantCulture);

    private static void WriteDocument(Utf8JsonWriter json, BsonDocument document, int depth)
    {
        var fields = BsonParts.FieldsOf(document);
        // LiteDB stores the key first, in nested documents too.
        var hasId = fields.TryGetValue("_id", out var id);
        var isLikeTag = !hasId && fields.Count > 0 && JsonTag.Is(fields.First().Key);
        json.WriteStartObject();
        if (isLikeTag)
            json.WriteStartObject(JsonTag.Document);
        if (hasId)
            WriteField(json, "_id", id!, depth);
        foreach (var (name, value) in fields)
        {
            if (!hasId || name != "_id")
                WriteField(json, name, value, depth);
        }

        if (isLikeTag)
            json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, string name, BsonValue value, int depth)
    {
        json.WritePropertyName(name);
        Write(json, value, depth);
    }

    private static void WriteArray(Utf8JsonWriter json, BsonArray array, int depth)
    {
        json.WriteStartArray();
        foreach (var item in BsonParts.ItemsOf(array))
            Write(json, item, depth);
        json.WriteEndArray();
    }

    private static void WriteTagged(Utf8JsonWriter json, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Int64:
                WriteText(json, JsonTag.Long, (long)value.RawValue, "D");
                break;
            case BsonType.Double:
                WriteText(json, JsonTag.Double, (double)value.RawValue, "R");
                break;
            case BsonType.Decimal:
                json.WriteString(JsonTag.Decimal, Text((decimal)value.RawValue));
                break;
            case BsonType.DateTime:
                WriteTime(json, value.AsDateTime);
                break;
            case BsonType.Guid:
                WriteText(json, JsonTag.Guid, (Guid)value.RawValue, "D");
                break;
            case BsonType.ObjectId:
                json.WriteString(JsonTag.ObjectId, value.AsObjectId.ToString());
                break;
            case BsonType.Binary:
                WriteBinary(json, value.AsBinary);
                break;
            default:
                json.WriteNumber(value.IsMinValue ? JsonTag.MinValue : JsonTag.MaxValue, 1);
                break;
        }
    }

    private static void WriteText<T>(Utf8JsonWriter json, JsonEncodedText tag, T value, string format) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[64];
        value.TryFormat(text, out var written, format, CultureInfo.InvariantCulture);
        json.WriteString(tag, text[..written]);
    }

    /// <summary>LiteDB keeps milliseconds. The latest time of .NET, which has more, it keeps as a value of its own.</summary>
    private static void WriteTime(Utf8JsonWriter json, DateTime time)
    {
        var utc = time.Ticks == DateTime.MinValue.Ticks || time.Ticks == DateTime.MaxValue.Ticks ? time : time.ToUniversalTime();
        WriteText(json, JsonTag.Date, utc, utc.Ticks == DateTime.MaxValue.Ticks ? Ticks : Milliseconds);
    }

    private static void WriteBinary(Utf8JsonWriter json, byte[] bytes)
    {
        json.WriteStartObject(JsonTag.Binary);
        json.WriteBase64String("base64"u8, bytes);
        json.WriteString("subType"u8, "00"u8);
        json.WriteEndObject();
    }

    private static int Deeper(int depth) => depth < Deepest ? depth + 1 : throw new NotSupportedException($"a dump holds documents and arrays nested {Deepest:N0} times");
}
