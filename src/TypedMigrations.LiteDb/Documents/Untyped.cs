using System.Collections;
using LiteDB;

namespace TypedMigrations.LiteDb.Documents;

/// <summary>Reads and writes values whose type no constant declares.</summary>
internal static class Untyped
{
    public static object? Read(BsonValue value) => value.Type switch
    {
        BsonType.Null => null,
        BsonType.Document => value.AsDocument.ToDictionary(pair => pair.Key, pair => Read(pair.Value)),
        BsonType.Array => value.AsArray.Select(Read).ToList(),
        BsonType.DateTime => value.AsDateTime.ToUniversalTime(),
        BsonType.MinValue or BsonType.MaxValue => value,
        _ => value.RawValue,
    };

    public static BsonValue Write(object value) => value switch
    {
        BsonValue bson => bson,
        string text => text,
        bool yes => yes,
        int or short or ushort or byte or sbyte => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
        uint or long => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        ulong large when large <= long.MaxValue => (long)large,
        double or float => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
        decimal number => number,
        Guid guid => guid,
        byte[] bytes => bytes,
        ObjectId id => id,
        DateTime { Kind: not DateTimeKind.Unspecified } time when time.Ticks % TimeSpan.TicksPerMillisecond == 0 => time,
        IDictionary<string, object?> map => new BsonDocument(map.ToDictionary(pair => pair.Key, pair => WriteOrNull(pair.Value))),
        IReadOnlyDictionary<string, object?> map => new BsonDocument(map.ToDictionary(pair => pair.Key, pair => WriteOrNull(pair.Value))),
        IEnumerable list => new BsonArray(list.Cast<object?>().Select(WriteOrNull)),
        _ => throw new ValueMisfitException($"a {value.GetType().Name}, which LiteDB has no stored form for that keeps it whole"),
    };

    private static BsonValue WriteOrNull(object? value) => value is null ? BsonValue.Null : Write(value);
}
