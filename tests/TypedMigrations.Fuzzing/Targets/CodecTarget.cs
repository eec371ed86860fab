using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LiteDB;
using TypedMigrations.Fuzzing.Looping;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Dumping;
using TypedMigrations.Schemas;

namespace TypedMigrations.Fuzzing.Targets;

/// <summary>Any stored value is read as any type. What fits is read and nothing else, and what was read and written is read as the same.</summary>
public sealed class CodecTarget() : FuzzTarget("codec", 20_000)
{
    private enum Color
    {
        Red,
        Green = 5,
    }

    [Flags]
    private enum Rights : ulong
    {
        None = 0,
        Read = 1,
        All = ulong.MaxValue,
    }

    private static readonly Type[] Types =
    [
        typeof(string), typeof(char), typeof(Uri), typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal),
        typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeSpan), typeof(Guid), typeof(ObjectId), typeof(byte[]), typeof(Color), typeof(Rights), typeof(object), typeof(BsonValue), typeof(BsonDocument), typeof(BsonArray),
        typeof(DbRef<int>), typeof(DbRef<string>), typeof(List<DbRef<ObjectId>>), typeof(int[]), typeof(int?[]), typeof(List<string>), typeof(HashSet<int>), typeof(SortedSet<string>), typeof(ImmutableArray<long>), typeof(List<List<int>>),
        typeof(Dictionary<string, int>), typeof(Dictionary<int, object>), typeof(Dictionary<Color, int?>), typeof(SortedDictionary<string, BsonValue>), typeof(Dictionary<string, List<string>>), typeof(List<object>), typeof(HashSet<object>),
    ];

    private static readonly string[] Names = ["a", "b", "1", "01", "-3", "Red", "red", "77", "Green", "Read", "Year", "Month", "Day", "$id", "$ref", "$db", "_type", "_id", "http://x.y/", "/a", "2024-01-01", "1.00:00:00"];

    private static readonly ValueCodec[] Codecs = [.. Types.SelectMany(type => new[] { EnumStorage.Name, EnumStorage.Number }.Select(storage => ValueCodec.Of(FieldType.Of(type, storage), nested: null)))];

    public override IEnumerable<byte[]> Seeds() => Enumerable.Range(0, Codecs.Length).Select(i => new[] { (byte)i, (byte)(i * 7), (byte)3, (byte)1, (byte)200, (byte)9, (byte)(i * 31) });

    public override void Run(byte[] input)
    {
        var decisions = new Decisions(input);
        var codec = decisions.Of(Codecs);
        if (Stored(decisions.Bson(Names, depth: 4)) is not { IsNull: false } value)
            return;

        var fits = codec.Fits(value);
        var read = TryRead(codec, value);
        Require(fits == read is not null, $"{codec.Type}: it {(fits ? "fits and is not read" : "does not fit and is read")}.");
        if (read is null || TryWrite(codec, read) is not { } written)
            return;

        Require(codec.Fits(written), $"{codec.Type}: what was written does not fit.");
        Require(Json(codec.Write(codec.Read(written))) == Json(written), $"{codec.Type}: what was written is read as something else.");
    }

    /// <summary>As it comes from the disk; null for what LiteDB cannot store.</summary>
    private static BsonValue? Stored(BsonValue value)
    {
        try
        {
            return BsonSerializer.Deserialize(BsonSerializer.Serialize(new BsonDocument { ["v"] = value }))["v"];
        }
        catch (Exception exception) when (exception is LiteException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static object? TryRead(ValueCodec codec, BsonValue value)
    {
        try
        {
            return codec.Read(value);
        }
        catch (ValueMisfitException)
        {
            return null;
        }
    }

    private static BsonValue? TryWrite(ValueCodec codec, object value)
    {
        try
        {
            return codec.Write(value);
        }
        catch (ValueMisfitException)
        {
            return null;
        }
    }

    private static string Json(BsonValue value)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            BsonJsonWriter.Write(json, value);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
