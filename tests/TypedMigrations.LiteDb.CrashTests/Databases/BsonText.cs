using System.Globalization;
using System.Text;
using LiteDB;

namespace TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>Writes a stored value so that two texts are equal only where names, types and values are.</summary>
/// <remarks>LiteDB's own comparison takes 1 and 1L for equal, and its JSON loses types. The order of fields does not count.</remarks>
internal static class BsonText
{
    public static string Of(BsonValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Document:
                AppendDocument(text, value.AsDocument);
                break;
            case BsonType.Array:
                text.Append('[');
                foreach (var element in value.AsArray)
                {
                    Append(text, element);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            default:
                text.Append(value.Type).Append(' ').Append(Scalar(value));
                break;
        }
    }

    private static void AppendDocument(StringBuilder text, BsonDocument document)
    {
        text.Append('{');
        foreach (var (name, value) in document.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            text.Append('"').Append(name).Append("\": ");
            Append(text, value);
            text.Append(", ");
        }

        text.Append('}');
    }

    private static string Scalar(BsonValue value) => value.Type switch
    {
        BsonType.String => $"\"{value.AsString}\"",
        BsonType.Binary => Convert.ToHexString(value.AsBinary),
        BsonType.DateTime => value.AsDateTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture),
        BsonType.Double => value.AsDouble.ToString("R", CultureInfo.InvariantCulture),
        BsonType.Decimal => value.AsDecimal.ToString(CultureInfo.InvariantCulture),
        BsonType.MinValue or BsonType.MaxValue or BsonType.Null => "",
        _ => Convert.ToString(value.RawValue, CultureInfo.InvariantCulture)!,
    };
}
