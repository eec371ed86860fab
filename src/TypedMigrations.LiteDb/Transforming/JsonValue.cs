using System.Globalization;
using System.Text.Json;
using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Transforming;

/// <summary>Parses JSON into stored values of a declared type. What is not declared is kept as JSON's own types.</summary>
internal static class JsonValue
{
    /// <exception cref="ValueMisfitException">The text is no JSON, or not of the type.</exception>
    public static BsonValue Parse(string text, FieldType type, RecordShape? shape)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement, type, shape);
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw new ValueMisfitException($"text that is no JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidOperationException)
        {
            throw new ValueMisfitException($"JSON that is no {type}");
        }
    }

    private static BsonValue Read(JsonElement json, FieldType type, RecordShape? shape) => (json.ValueKind, type.Kind) switch
    {
        (JsonValueKind.Null or JsonValueKind.Undefined, _) => BsonValue.Null,
        (JsonValueKind.Object, ValueKind.Record) => ReadRecord(json, shape!),
        (JsonValueKind.Object, ValueKind.Map) => ReadMap(json, name => Read(json.GetProperty(name), type.Element!, shape)),
        (JsonValueKind.Array, ValueKind.List) => new BsonArray(json.EnumerateArray().Select(item => Read(item, type.Element!, shape))),
        (JsonValueKind.Number, ValueKind.Decimal) => json.GetDecimal(),
        (JsonValueKind.Number, ValueKind.Double or ValueKind.Float) => json.GetDouble(),
        (JsonValueKind.Number, ValueKind.Long or ValueKind.ULong or ValueKind.UInt) => json.GetInt64(),
        (JsonValueKind.String, ValueKind.DateTime or ValueKind.DateTimeOffset) => ReadTime(json.GetString()!),
        (JsonValueKind.String, ValueKind.DateOnly) => ValueCodec.Of(type, nested: null).Write(DateOnly.Parse(json.GetString()!, CultureInfo.InvariantCulture)),
        (JsonValueKind.String, ValueKind.Guid) => json.GetGuid(),
        (JsonValueKind.String, ValueKind.Bytes) => json.GetBytesFromBase64(),
        (JsonValueKind.String, ValueKind.TimeSpan) => TimeSpan.Parse(json.GetString()!, CultureInfo.InvariantCulture).Ticks,
        (JsonValueKind.String, ValueKind.Other) when type.ClrType == typeof(ObjectId) => new ObjectId(json.GetString()!),
        _ => ReadUntyped(json),
    };

    private static BsonValue ReadTime(string text)
    {
        var time = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime;
        return time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? time : throw new ValueMisfitException("a time with parts of a millisecond, which LiteDB cuts off");
    }

    /// <summary>A binary fraction where it is the number that was written, else a decimal one.</summary>
    private static BsonValue ReadFraction(JsonElement json)
    {
        var binary = json.GetDouble();
        return json.TryGetDecimal(out var exact) && !(Math.Abs(binary) < (double)decimal.MaxValue && (decimal)binary == exact) ? exact : binary;
    }

    private static BsonDocument ReadRecord(JsonElement json, RecordShape shape)
    {
        var document = new BsonDocument();
        foreach (var property in json.EnumerateObject())
        {
            var field = shape.Fields.FirstOrDefault(field => field.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase));
            var value = field is null ? ReadUntyped(property.Value) : Read(property.Value, field.Type, field.Nested);
            if (!document.TryAdd(field?.Name ?? property.Name, value))
                throw new ValueMisfitException($"JSON with two names that differ only by case ({property.Name})");
        }

        return document;
    }

    private static BsonDocument ReadMap(JsonElement json, Func<string, BsonValue> read)
    {
        var document = new BsonDocument();
        foreach (var property in json.EnumerateObject())
        {
            if (!document.TryAdd(property.Name, read(property.Name)))
                throw new ValueMisfitException($"JSON with two names that differ only by case ({property.Name})");
        }

        return document;
    }

    private static BsonValue ReadUntyped(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number when json.TryGetInt32(out var small) => small,
        JsonValueKind.Number when json.TryGetInt64(out var large) => large,
        JsonValueKind.Number => ReadFraction(json),
        JsonValueKind.Array => new BsonArray(json.EnumerateArray().Select(ReadUntyped)),
        JsonValueKind.Object => ReadMap(json, name => ReadUntyped(json.GetProperty(name))),
        _ => BsonValue.Null,
    };
}
