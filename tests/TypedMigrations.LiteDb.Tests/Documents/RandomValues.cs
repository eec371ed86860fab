using CsCheck;
using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>Random values that LiteDB stores whole, the ends of their ranges often among them.</summary>
internal static class RandomValues
{
    private const long MillisecondTicks = TimeSpan.TicksPerMillisecond;

    /// <summary>No time zone is further from UTC: nearer to the ends LiteDB reads other instants.</summary>
    private const long FurthestOffset = 14 * TimeSpan.TicksPerHour;

    public static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.Const(""), Gen.Const("  "), Gen.String.Select(text => $" {text}\t"), Gen.Const("💡 é 日本 \0 \r\n"));

    public static readonly Gen<char> Letter = Gen.Char.Where(letter => !char.IsSurrogate(letter));

    public static readonly Gen<ulong> ULong = Gen.OneOf(Gen.ULong, Often<ulong>(ulong.MinValue, long.MaxValue, long.MaxValue + 1UL, ulong.MaxValue));

    public static readonly Gen<float> Float = Gen.OneOf(Gen.Float, Often(float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue, -0f));

    public static readonly Gen<double> Double = Gen.OneOf(Gen.Double, Often(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, -0.0));

    public static readonly Gen<decimal> Decimal = Gen.OneOf(Gen.Decimal, Often(decimal.MinValue, decimal.MaxValue, 1.10m, 0.000m, 1e-28m));

    /// <summary>Without those of an hour that the end of summer time repeats: LiteDB itself reads one pass for the other.</summary>
    public static readonly Gen<DateTime> Instant = Gen.OneOf(
        Gen.Long[FurthestOffset / MillisecondTicks + 1, (DateTime.MaxValue.Ticks - FurthestOffset) / MillisecondTicks - 1].Select(milliseconds => new DateTime(milliseconds * MillisecondTicks, DateTimeKind.Utc))
            .Where(instant => !TimeZoneInfo.Local.IsAmbiguousTime(instant.ToLocalTime())),
        Often(DateTime.MinValue, DateTime.MaxValue));

    public static readonly Gen<DateOnly> Day = Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    public static readonly Gen<TimeSpan> Span = Gen.OneOf(Gen.TimeSpan, Often(TimeSpan.MinValue, TimeSpan.MaxValue));

    public static readonly Gen<ObjectId> ObjectIds = Gen.Byte.Array[12].Select(bytes => new ObjectId(bytes));

    public static readonly Gen<Uri> Address = Gen.Select(Often("http://x.y/", "https://ü.de:8443/a/", "mailto:a@b.c?", "file:///"), Gen.String.AlphaNumeric, Often("", "?q=ü b", "#%2f"))
        .Select((start, way, end) => new Uri(start + way + end));

    public static readonly Gen<Color> Colors = Often(Color.Red, Color.Green, (Color)77, (Color)(-1));

    public static readonly Gen<BsonValue> Bson = Any(depth: 3);

    /// <summary>One of the values.</summary>
    public static Gen<T> Often<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Any stored value, of the kinds that look like a type's stored form too.</summary>
    private static Gen<BsonValue> Any(int depth)
    {
        var simple = Gen.OneOf(
            Gen.Const(BsonValue.Null), Gen.Const(BsonValue.MinValue), Gen.Const(BsonValue.MaxValue), Gen.Bool.Select(value => new BsonValue(value)),
            Gen.OneOf(Gen.Int, Gen.Int[-2, 300], Often(int.MinValue, int.MaxValue)).Select(value => new BsonValue(value)),
            Gen.OneOf(Gen.Long, Gen.Long[-2, 70_000], Often(long.MinValue, long.MaxValue, 1L << 53, (1L << 53) + 1)).Select(value => new BsonValue(value)),
            Gen.OneOf(Double, Gen.Int[-2, 300].Select(value => (double)value), Often(9.2233720368547758e18, -9.2233720368547758e18, 0.1f, 0.1)).Select(value => new BsonValue(value)),
            Gen.OneOf(Decimal, Gen.Int[-2, 300].Select(value => (decimal)value), Often(9223372036854775807m, 9223372036854775808m, 5.0m)).Select(value => new BsonValue(value)),
            Gen.OneOf(Text, Letter.Select(letter => letter.ToString()), Address.Select(address => address.AbsoluteUri), Often("Red", "red", "Red, Green", "77", "01", "300", "x", "http://x.y/", "/a", "a/b", "Read, Write", "Most")).Select(value => new BsonValue(value)),
            Instant.Select(value => new BsonValue(value)), Gen.Guid.Select(value => new BsonValue(value)), ObjectIds.Select(value => new BsonValue(value)), Gen.Byte.Array[0, 3].Select(value => new BsonValue(value)));
        if (depth == 0)
            return simple;

        var inner = Any(depth - 1);
        var name = Gen.OneOf(Often("a", "b", "1", "01", "-3", "Red", "77", "Year", "Month", "Day", "$id", "$ref", "_type", "number", "text", "parts"), Gen.String.AlphaNumeric);
        return Gen.OneOf(
            simple, simple, inner.Array[0, 3].Select(items => (BsonValue)new BsonArray(items)), Gen.Int[0, 3].Array[0, 3].Select(items => (BsonValue)new BsonArray(items.Select(item => new BsonValue(item)))),
            Gen.Select(name, inner).Array[0, 4].Select(fields => (BsonValue)DocumentOf(fields)),
            Gen.Select(Gen.Int[1999, 2001], Gen.Int[0, 13], Gen.Int[27, 32]).Select((year, month, day) => (BsonValue)new BsonDocument { ["year"] = year, ["Month"] = (long)month, ["Day"] = day }),
            simple.Select(id => (BsonValue)new BsonDocument { ["$id"] = id, ["$ref"] = "items", ["$db"] = 1 }));
    }

    private static BsonDocument DocumentOf((string Name, BsonValue Value)[] fields)
    {
        var document = new BsonDocument();
        foreach (var (name, value) in fields)
            document[name] = value;
        return document;
    }
}
