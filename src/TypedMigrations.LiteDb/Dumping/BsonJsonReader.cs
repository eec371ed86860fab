using System.Globalization;
using System.Text.Json;
using LiteDB;
using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Reads what <see cref="BsonJsonWriter"/> wrote, and nothing else: what is not exact is refused.</summary>
internal sealed class BsonJsonReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = IDataDocument.DeepestJson };
    private static readonly string[] Times = ["yyyy-MM-ddTHH:mm:ss.fffZ", "yyyy-MM-ddTHH:mm:ss.fffffffZ"];

    private readonly FieldNames _names = new();

    /// <summary>Reads one document.</summary>
    /// <exception cref="FormatException">It is none; the message says why, without a value.</exception>
    public BsonDocument Read(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, Options);
        try
        {
            reader.Read();
            var document = ReadValue(ref reader, depth: 0).AsDocument ?? throw new FormatException("it is no document");
            // Throws where something follows.
            reader.Read();
            return document;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"it is no JSON at byte {exception.BytePositionInLine + 1:N0}", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"there is another type than must stand there, or no valid text, before byte {reader.BytesConsumed + 1:N0}", exception);
        }
    }

    private BsonValue ReadValue(ref Utf8JsonReader reader, int depth) => reader.TokenType switch
    {
        JsonTokenType.Null => BsonValue.Null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.TryGetInt32(out var number) ? number : throw Wrong(ref reader, "a number that is no int must say its type"),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.StartArray => ReadArray(ref reader, Deeper(ref reader, depth)),
        _ => ReadObject(ref reader, depth),
    };

    private BsonArray ReadArray(ref Utf8JsonReader reader, int depth)
    {
        var array = new BsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            array.Add(ReadValue(ref reader, depth));
        return array;
    }

    private BsonValue ReadObject(ref Utf8JsonReader reader, int depth)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject || !(reader.ValueIsEscaped || reader.ValueSpan.StartsWith((byte)'$')) || JsonTag.Of(ref reader) is not { } tag)
            return ReadFields(ref reader, Deeper(ref reader, depth));

        reader.Read();
        var value = ReadTagged(ref reader, tag, depth);
        reader.Read();
        return reader.TokenType == JsonTokenType.EndObject ? value : throw Wrong(ref reader, $"something follows the value of {tag}; write a document that begins so as {{\"$document\":{{…}}}}");
    }

    /// <summary>Reads fields up to the end of the object; the first name was read.</summary>
    private BsonDocument ReadFields(ref Utf8JsonReader reader, int depth)
    {
        var document = new BsonDocument();
        for (; reader.TokenType != JsonTokenType.EndObject; reader.Read())
        {
            var name = _names.Read(ref reader);
            reader.Read();
            var value = ReadValue(ref reader, depth);
            if (!document.RawValue.TryAdd(name, value))
                throw Wrong(ref reader, "a field is there twice; upper and lower case are the same");
        }

        return document;
    }

    private BsonValue ReadTagged(ref Utf8JsonReader reader, JsonEncodedText tag, int depth)
    {
        if (tag.Equals(JsonTag.Document))
            return ReadEscaped(ref reader, depth);
        if (tag.Equals(JsonTag.Binary))
            return ReadBinary(ref reader);
        if (tag.Equals(JsonTag.MinValue) || tag.Equals(JsonTag.MaxValue))
            return reader.GetInt32() == 1 ? (tag.Equals(JsonTag.MinValue) ? BsonValue.MinValue : BsonValue.MaxValue) : throw Wrong(ref reader, $"{tag} is always 1");

        return TryParse(tag, reader.GetString() ?? "") ?? throw Wrong(ref reader, $"what {tag} says is no such value");
    }

    private static BsonValue? TryParse(JsonEncodedText tag, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (tag.Equals(JsonTag.Date))
            return DateTime.TryParseExact(text, Times, culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? Exact(time) : null;
        if (tag.Equals(JsonTag.Long))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) ? number : null;
        if (tag.Equals(JsonTag.Double))
            return double.TryParse(text, NumberStyles.Float, culture, out var number) ? number : null;
        if (tag.Equals(JsonTag.Decimal))
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, culture, out var number) && BsonJsonWriter.Text(number) == text ? number : null;
        if (tag.Equals(JsonTag.Guid))
            return Guid.TryParseExact(text, "D", out var guid) ? guid : null;
        // A null ObjectId would become LiteDB's null.
        return text.Length == 24 && text.All(char.IsAsciiHexDigit) ? (BsonValue)new ObjectId(text) : null;
    }

    /// <summary>Null for a time that LiteDB would cut.</summary>
    private static BsonValue? Exact(DateTime time) => time.Ticks == DateTime.MaxValue.Ticks ? DateTime.MaxValue : time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? time : null;

    private BsonDocument ReadEscaped(ref Utf8JsonReader reader, int depth)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong(ref reader, "what $document says is no document");
        reader.Read();
        return ReadFields(ref reader, Deeper(ref reader, depth));
    }

    private static BsonValue ReadBinary(ref Utf8JsonReader reader)
    {
        byte[]? bytes = null;
        var isPlain = false;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong(ref reader, "$binary has no base64 and subType");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isText = reader.ValueTextEquals("base64"u8);
            reader.Read();
            if (isText)
                bytes = reader.TryGetBytesFromBase64(out var read) ? read : throw Wrong(ref reader, "what base64 says is none");
            else
                isPlain = reader.ValueTextEquals("00"u8);
        }

        return bytes is not null && isPlain ? bytes : throw Wrong(ref reader, "$binary needs base64 and the subType 00");
    }

    private static int Deeper(ref Utf8JsonReader reader, int depth) =>
        depth < BsonJsonWriter.Deepest ? depth + 1 : throw Wrong(ref reader, $"documents and arrays may be nested {BsonJsonWriter.Deepest:N0} times");

    private static FormatException Wrong(ref Utf8JsonReader reader, string why) => new($"{why} (before byte {reader.BytesConsumed + 1:N0})");
}
