using System.Collections;
using System.Globalization;
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
        BsonType.DateTime => StoredTime.Read(value),
        BsonType.MinValue or BsonType.MaxValue => value,
        _ => value.RawValue,
    };

    public static BsonValue Write(object value) => value switch
    {
        BsonValue bson => bson,
        string text => StoredText.Check(text),
        bool yes => yes,
        int or short or ushort or byte or sbyte => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong large when large <= long.MaxValue => (long)large,
        double or float => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        decimal number => number,
        Guid guid => guid,
        byte[] bytes => bytes,
        ObjectId id => id,
        DateTime time => StoredTime.Write(time, "DateTime"),
        IDictionary<string, object?> map => WriteMap(map),
        IReadOnlyDictionary<string, object?> map => WriteMap(map),
        IDictionary map => WriteMap(map.Keys.Cast<object>().Select(key => KeyValuePair.Create(key as string ?? throw Refused(key), map[key]))),
        IEnumerable list => new BsonArray(list.Cast<object?>().Select(WriteOrNull)),
        _ => throw Refused(value),
    };

    private static BsonDocument WriteMap(IEnumerable<KeyValuePair<string, object?>> map)
    {
        var document = new BsonDocument();
        foreach (var (name, value) in map)
        {
            if (!document.TryAdd(StoredText.CheckName(name), WriteOrNull(value)))
                throw new ValueMisfitException($"a map with keys that differ only by case ({name}), of which LiteDB keeps one");
        }

        return document;
    }

    private static BsonValue WriteOrNull(object? value) => value is null ? BsonValue.Null : Write(value);

    private static ValueMisfitException Refused(object value) => new($"a {value.GetType().Name}, which LiteDB has no stored form for that keeps it whole");
}
