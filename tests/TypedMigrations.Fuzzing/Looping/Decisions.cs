using LiteDB;

namespace TypedMigrations.Fuzzing.Looping;

/// <summary>The bytes of an input as decisions, so that every input means something. Where they end, zeros follow.</summary>
public sealed class Decisions(byte[] input)
{
    private int _next;

    public bool IsAtEnd => _next >= input.Length;

    public byte Byte() => IsAtEnd ? (byte)0 : input[_next++];

    public int Below(int limit) => limit <= 1 ? 0 : limit <= 256 ? Byte() % limit : (int)((uint)Int() % (uint)limit);

    public int Int() => Byte() | (Byte() << 8) | (Byte() << 16) | (Byte() << 24);

    public long Long() => (uint)Int() | ((long)Int() << 32);

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public string Text() => new([.. Enumerable.Range(0, Below(24)).Select(_ => Below(8) == 0 ? (char)(ushort)Int() : (char)(32 + Below(96)))]);

    /// <summary>A value of any type that LiteDB stores.</summary>
    public BsonValue Bson(IReadOnlyList<string> names, int depth = 3) => Below(depth > 0 ? 17 : 14) switch
    {
        0 => BsonValue.Null,
        1 => BsonValue.MinValue,
        2 => BsonValue.MaxValue,
        3 => Byte() > 127,
        4 => (int)(sbyte)Byte(),
        5 => Int(),
        6 => Long(),
        7 => BitConverter.Int64BitsToDouble(Long()),
        8 => new decimal(Int(), Int(), Int(), Byte() > 127, (byte)Below(29)),
        9 => Text(),
        10 => Of(names),
        11 => new DateTime((long)((ulong)Long() % (ulong)DateTime.MaxValue.Ticks), DateTimeKind.Utc),
        12 => new Guid(Int(), (short)Int(), (short)Int(), new byte[8]),
        13 => Below(2) == 0 ? (BsonValue)new ObjectId(Int(), Int() & 0xffffff, (short)Int(), Int() & 0xffffff) : new byte[Below(20)],
        14 => new BsonArray(Enumerable.Range(0, Below(4)).Select(_ => Bson(names, depth - 1)).ToList()),
        _ => Document(names, depth - 1),
    };

    public BsonDocument Document(IReadOnlyList<string> names, int depth)
    {
        var document = new BsonDocument();
        for (var fields = Below(5); fields > 0; fields--)
            document[Below(4) == 0 ? Text() : Of(names)] = Bson(names, depth);
        return document;
    }
}
