using LiteDB;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>A document with random content that no constant declares: the same one for the same key.</summary>
internal sealed class RandomDocument
{
    private static readonly string[] Names = ["a", "Bb", "$c", "d e", "ü", "日本", "_type", "label2", "1", "f.g", "h[]", "-"];

    private readonly Random _random;

    private RandomDocument(int key) => _random = new Random(key * 7919 + 13);

    /// <param name="key">The key.</param>
    /// <param name="sizeOf">What the one changed field holds for a number.</param>
    public static BsonDocument Of(int key, Func<int, BsonValue> sizeOf) => new RandomDocument(key).Make(key, sizeOf);

    private BsonDocument Make(int key, Func<int, BsonValue> sizeOf)
    {
        var document = Undeclared(depth: 3);
        document["_id"] = key;
        MaybeSet(document, "label", () => Text());
        MaybeSet(document, "home", () =>
        {
            var home = Undeclared(depth: 2);
            MaybeSet(home, "city", () => Text());
            return home;
        });
        MaybeSet(document, "phones", () => new BsonArray(Enumerable.Range(0, _random.Next(4)).Select(_ =>
        {
            var phone = Undeclared(depth: 2);
            MaybeSet(phone, "size", () => sizeOf(_random.Next(int.MinValue / 2, int.MaxValue / 2)));
            return (BsonValue)phone;
        })));
        return document;
    }

    /// <summary>A field that is there, null or missing.</summary>
    private void MaybeSet(BsonDocument document, string name, Func<BsonValue> value)
    {
        var kind = _random.Next(8);
        if (kind > 0)
            document[name] = kind == 1 ? BsonValue.Null : value();
    }

    private BsonDocument Undeclared(int depth)
    {
        var document = new BsonDocument();
        for (var i = _random.Next(4); i > 0; i--)
            document[Names[_random.Next(Names.Length)]] = Value(depth);
        return document;
    }

    private BsonValue Value(int depth) => _random.Next(depth == 0 ? 13 : 17) switch
    {
        0 => BsonValue.Null,
        1 => _random.Next(2) == 0 ? BsonValue.MinValue : BsonValue.MaxValue,
        2 => _random.Next(2) == 0,
        3 => _random.Next(int.MinValue, int.MaxValue),
        4 => _random.NextInt64(long.MinValue, long.MaxValue),
        5 => _random.Next(9) switch { 0 => double.NaN, 1 => double.NegativeInfinity, 2 => -0.0, _ => _random.NextDouble() * Math.Pow(10, _random.Next(-300, 300)) },
        6 => new BsonValue(new decimal(_random.Next(), _random.Next(), _random.Next(), _random.Next(2) == 0, (byte)_random.Next(29))),
        7 or 8 => Text(),
        9 => Instant(),
        10 => Id(16, bytes => new BsonValue(new Guid(bytes))),
        11 => Id(12, bytes => new BsonValue(new ObjectId(bytes))),
        12 => Id(_random.Next(20), bytes => new BsonValue(bytes)),
        13 or 14 => new BsonArray(Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1))),
        _ => Undeclared(depth - 1),
    };

    private BsonValue Text() => _random.Next(6) switch { 0 => "", 1 => "  ", 2 => " \u00e9\u0301 💡\0\n", _ => new string((char)_random.Next(32, 0x2fff), _random.Next(12)) };

    private BsonValue Instant() => _random.Next(9) switch
    {
        0 => DateTime.MinValue,
        1 => DateTime.MaxValue,
        // The hour that the end of summer time repeats in Europe, and in New York.
        2 => new DateTime(2024, 10, 27, 0, 0, 0, DateTimeKind.Utc).AddMinutes(_random.Next(120)),
        3 => new DateTime(2024, 11, 3, 5, 0, 0, DateTimeKind.Utc).AddMinutes(_random.Next(120)),
        _ => new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(_random.NextInt64(6_000_000_000_000)),
    };

    private BsonValue Id(int length, Func<byte[], BsonValue> make)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return make(bytes);
    }
}
