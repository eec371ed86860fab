using System.Globalization;
using System.Text.Json;
using LiteDB;

namespace Host;

/// <summary>Writes documents as plain JSON: text, numbers, true, false, null, arrays and objects.</summary>
internal static class PlainJson
{
    public static void Write(Utf8JsonWriter json, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Document:
                WriteObject(json, value.AsDocument);
                break;
            case BsonType.Array:
                WriteArray(json, value.AsArray);
                break;
            case BsonType.Null or BsonType.MinValue or BsonType.MaxValue:
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
            case BsonType.Double when double.IsFinite(value.AsDouble):
                json.WriteNumberValue(value.AsDouble);
                break;
            case BsonType.Binary:
                json.WriteBase64StringValue(value.AsBinary);
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, BsonDocument document)
    {
        json.WriteStartObject();
        foreach (var (name, value) in document)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, BsonArray array)
    {
        json.WriteStartArray();
        foreach (var item in array)
            Write(json, item);
        json.WriteEndArray();
    }

    // JSON has no infinity and no times; LiteDB reads times as local ones.
    private static string Text(BsonValue value) => value.Type switch
    {
        BsonType.String => value.AsString,
        BsonType.DateTime => value.AsDateTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        BsonType.Double => value.AsDouble.ToString(CultureInfo.InvariantCulture),
        BsonType.Guid => value.AsGuid.ToString(),
        BsonType.ObjectId => value.AsObjectId.ToString(),
        _ => value.ToString(),
    };
}
