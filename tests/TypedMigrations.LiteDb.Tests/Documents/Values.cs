using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>Codecs and LiteDB's own mapper for the values of one type.</summary>
internal static class Values
{
    // A mapper learns types as it meets them, which is slow the first time and not meant for several threads.
    private static readonly ThreadLocal<BsonMapper> Reader = new(() => new BsonMapper());
    private static readonly ThreadLocal<BsonMapper> Writer = new(() => new BsonMapper { TrimWhitespace = false, EmptyStringToNull = false });

    public static ValueCodec CodecOf(Type type, EnumStorage enums = EnumStorage.Name) => ValueCodec.Of(FieldType.Of(type, enums), nested: null);

    public static string? WhyRefused(Type type) => ValueCodec.WhyRefused(FieldType.Of(type, EnumStorage.Name));

    /// <summary>The schema of one table, as the constants of a migration give it.</summary>
    public static TableSchema SchemaOf(Table table)
    {
        var (schema, problems) = SchemaReader.Read("test", [table], new Dictionary<object, string>());
        Assert.That(problems, Is.Empty);
        return schema.Tables.Single();
    }

    /// <summary>Our form, read by LiteDB's mapper as a field of a class.</summary>
    public static T ReadByMapper<T>(BsonValue value) => InNoCulture(() => Reader.Value!.ToObject<Holder<T>>(new BsonDocument { ["Value"] = value }).Value!);

    /// <summary>LiteDB's form, as a field of a class.</summary>
    public static BsonValue WriteByMapper<T>(T value, BsonMapper? mapper = null) =>
        InNoCulture(() => (mapper ?? Writer.Value!).ToDocument(new Holder<T> { Value = value })["Value"]);

    /// <summary>What is on the disk and back.</summary>
    public static BsonValue Stored(BsonValue value) => BsonSerializer.Deserialize(BsonSerializer.Serialize(new BsonDocument { ["Value"] = value }))["Value"];

    /// <summary>Whether two values are the same in type, value and all their parts; the order of a document's fields does not count.</summary>
    public static bool Same(BsonValue one, BsonValue other) => one.Type == other.Type && one.Type switch
    {
        BsonType.Document => one.AsDocument.Count == other.AsDocument.Count
            && one.AsDocument.All(field => other.AsDocument.Keys.Contains(field.Key, StringComparer.Ordinal) && Same(field.Value, other.AsDocument[field.Key])),
        BsonType.Array => one.AsArray.Count == other.AsArray.Count && one.AsArray.Zip(other.AsArray).All(pair => Same(pair.First, pair.Second)),
        BsonType.String => string.Equals(one.AsString, other.AsString, StringComparison.Ordinal),
        BsonType.Double => BitConverter.DoubleToInt64Bits(one.AsDouble) == BitConverter.DoubleToInt64Bits(other.AsDouble),
        BsonType.Decimal => decimal.GetBits(one.AsDecimal).AsSpan().SequenceEqual(decimal.GetBits(other.AsDecimal)),
        BsonType.DateTime => Utc(one.AsDateTime) == Utc(other.AsDateTime),
        _ => one == other,
    };

    /// <summary>Whether two values of a type are equal, those in collections one by one. A set has no order.</summary>
    public static bool Same(object? one, object? other) => (one, other) switch
    {
        (DateTime first, DateTime second) => Utc(first) == Utc(second),
        (BsonValue first, BsonValue second) => Same(first, second),
        (string or null, _) or (_, null) => Equals(one, other),
        (decimal first, decimal second) => decimal.GetBits(first).AsSpan().SequenceEqual(decimal.GetBits(second)),
        (IDictionary first, IDictionary second) => first.Count == second.Count && first.Keys.Cast<object>().All(key => second.Contains(key) && Same(first[key], second[key])),
        (IEnumerable first, IEnumerable second) => Ordered(first).SequenceEqual(Ordered(second), ByValue.Instance),
        _ => one.Equals(other),
    };

    /// <summary>The documents below a value without the name of a class, which the mapper writes beside a nullable struct and needs not to read it.</summary>
    public static BsonValue WithoutTypeNames(BsonValue value) => value.Type switch
    {
        BsonType.Document => new BsonDocument(value.AsDocument.Where(field => field.Key != "_type").ToDictionary(field => field.Key, field => WithoutTypeNames(field.Value))),
        BsonType.Array => new BsonArray(value.AsArray.Select(WithoutTypeNames)),
        _ => value,
    };

    public sealed class Holder<T>
    {
        public T? Value { get; set; }
    }

    /// <summary>The mapper writes and reads numbers in a map's keys as the culture says.</summary>
    private static T InNoCulture<T>(Func<T> use)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return use();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static DateTime Utc(DateTime time) => time == DateTime.MinValue || time == DateTime.MaxValue ? time : time.ToUniversalTime();

    private static IEnumerable<object?> Ordered(IEnumerable items) =>
        items.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlySet<>))
            ? items.Cast<object?>().Order()
            : items.Cast<object?>();

    private sealed class ByValue : IEqualityComparer<object?>
    {
        public static readonly ByValue Instance = new();

        bool IEqualityComparer<object?>.Equals(object? one, object? other) => Same(one, other);

        int IEqualityComparer<object?>.GetHashCode(object? value) => 0;
    }
}

/// <summary>A collection that no codec can make.</summary>
public sealed class OddList : Collection<int>;

public enum Color
{
    Red = 1,
    Green = 5,
}

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
}

public enum Small : byte
{
    Zero,
    Most = byte.MaxValue,
}

public enum Large : long
{
    Least = long.MinValue,
    One = 1,
    Most = long.MaxValue,
}

public enum Unsigned : ulong
{
    One = 1,
    Most = ulong.MaxValue,
}
