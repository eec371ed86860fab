using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Writes stored values as JSON. What JSON has no type for becomes text, which <see cref="JsonValue"/> reads where a constant declares it.</summary>
internal static class JsonText
{
    // For people to read, and never for a page in a browser.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ValueMisfitException">JSON cannot say the value.</exception>
    public static string Of(BsonValue value)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
            Write(json, value);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter json, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Document:
                json.WriteStartObject();
                foreach (var (name, inner) in value.AsDocument)
                {
                    json.WritePropertyName(name);
                    Write(json, inner);
                }

                json.WriteEndObject();
                break;
            case BsonType.Array:
                json.WriteStartArray();
                foreach (var item in value.AsArray)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, value);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Null:
                json.WriteNullValue();
                break;
            case BsonType.Boolean:
                json.WriteBooleanValue(value.AsBoolean);
                break;
            case BsonType.Int32 or BsonType.Int64:
                json.WriteNumberValue(value.AsInt64);
                break;
            case BsonType.Decimal:
                json.WriteNumberValue(value.AsDecimal);
                break;
            case BsonType.Double:
                json.WriteRawValue(Fraction(value.AsDouble));
                break;
            default:
                json.WriteStringValue(TextOf(value));
                break;
        }
    }

    /// <summary>A point shows that the number is a fraction, so that it comes back as one.</summary>
    private static string Fraction(double number)
    {
        if (!double.IsFinite(number))
            throw new ValueMisfitException("a number that is not finite, which JSON cannot say");
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static string TextOf(BsonValue value) => value.Type switch
    {
        BsonType.String => value.AsString,
        BsonType.DateTime => value.AsDateTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        BsonType.Guid => value.AsGuid.ToString("D"),
        BsonType.Binary => Convert.ToBase64String(value.AsBinary),
        BsonType.ObjectId => value.AsObjectId.ToString(),
        _ => throw new ValueMisfitException($"{ValueCodec.Describe(value)}, which JSON cannot say"),
    };
}
