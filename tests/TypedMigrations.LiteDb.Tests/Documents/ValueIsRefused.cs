using System.Collections.Immutable;
using CsCheck;
using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Tests.Documents;

public sealed class ValueIsRefused
{
    private static readonly TestCaseData[] Cut =
    [
        Case(typeof(DateTime), new DateTime(2024, 1, 1), "a DateTime of unspecified kind, whose instant depends on the machine's time zone", "unspecified"),
        Case(typeof(DateTime), new DateTime(1, DateTimeKind.Utc), "a DateTime with parts of a millisecond, which LiteDB cuts off", "ticks"),
        Case(typeof(DateTimeOffset), new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)), "a DateTimeOffset with an offset other than zero, which LiteDB drops; write value.ToUniversalTime(), and the offset into a field of its own", "offset"),
        Case(typeof(DateTimeOffset), DateTimeOffset.UnixEpoch.AddTicks(1), "a DateTimeOffset with parts of a millisecond, which LiteDB cuts off", "ticks of an offset"),
        Case(typeof(Uri), new Uri("a/b", UriKind.Relative), "a relative Uri, which LiteDB's mapper writes and then fails to read", "relative"),
        Case(typeof(string), "a\ud800", "text with half of a surrogate pair, which LiteDB cannot write", "surrogate"),
        Case(typeof(char), '\udc00', "text with half of a surrogate pair, which LiteDB cannot write", "char"),
        Case(typeof(Dictionary<string, int>), new Dictionary<string, int> { ["a"] = 1, ["A"] = 2 }, "a map with keys that differ only by case (A), of which LiteDB keeps one", "case"),
        Case(typeof(Dictionary<string, int>), new Dictionary<string, int> { ["a\0"] = 1 }, "a map with U+0000 in a key, which LiteDB cannot write", "zero"),
        Case(typeof(Dictionary<string, string>), new Dictionary<string, string> { ["_type"] = "x" }, "a map with the key _type, whose value LiteDB's mapper takes for the name of a class", "_type"),
        Case(typeof(ImmutableArray<int>), default(ImmutableArray<int>), "a ImmutableArray that was never made; an empty one is a value, a missing one is null where the field is declared as nullable", "default"),
        Case(typeof(DbRef<int>), default(DbRef<int>), "a DbRef without a collection", "reference"),
        Case(typeof(DbRef<string>), new DbRef<string>(null!, "items"), "a DbRef without an id", "reference to nothing"),
        Case(typeof(object), (Half)1.5, "a Half, which LiteDB has no stored form for that keeps it whole", "Half"),
        Case(typeof(object), DateTimeOffset.UnixEpoch, "a DateTimeOffset, which LiteDB has no stored form for that keeps it whole", "DateTimeOffset"),
        Case(typeof(object), ulong.MaxValue, "a UInt64, which LiteDB has no stored form for that keeps it whole", "ulong"),
        Case(typeof(object), new Dictionary<string, int> { ["b"] = 1, ["B"] = 2 }, "a map with keys that differ only by case (B), of which LiteDB keeps one", "case in an object"),
        Case(typeof(object), new Dictionary<int, int> { [1] = 1 }, "a Int32, which LiteDB has no stored form for that keeps it whole", "key of an object"),
    ];

    [TestCaseSource(nameof(Cut))]
    public void WhereItWouldBeCut(Type type, object value, string message) =>
        Assert.That(Assert.Throws<ValueMisfitException>(() => Values.CodecOf(type).Write(value))!.Message, Is.EqualTo(message));

    [Test]
    public void WhereTheMapperWouldNotReadTheNumberOfAnEnumeration() => Assert.That(
        Assert.Throws<ValueMisfitException>(() => Values.CodecOf(typeof(Unsigned), EnumStorage.Number).Write(Unsigned.Most))!.Message,
        Is.EqualTo("an enumeration's number beyond the range of int, which LiteDB's mapper cannot read; store the enumeration by name"));

    [TestCase(typeof(int), "x", "string instead of int")]
    [TestCase(typeof(int), 1.5, "double instead of int")]
    [TestCase(typeof(int), double.NaN, "double instead of int")]
    [TestCase(typeof(string), 1, "int instead of string")]
    [TestCase(typeof(char), "ab", "string instead of char")]
    [TestCase(typeof(byte), 256, "int instead of byte")]
    [TestCase(typeof(sbyte), -129, "int instead of sbyte")]
    [TestCase(typeof(uint), -1, "int instead of uint")]
    [TestCase(typeof(ulong), -1, "int instead of ulong")]
    [TestCase(typeof(int), 3_000_000_000L, "long instead of int")]
    [TestCase(typeof(long), 9.3e18, "double instead of long")]
    [TestCase(typeof(double), 9_007_199_254_740_993L, "long instead of double")]
    [TestCase(typeof(double), long.MaxValue, "long instead of double")]
    [TestCase(typeof(float), 0.1, "double instead of float")]
    [TestCase(typeof(bool), 1, "int instead of bool")]
    [TestCase(typeof(Guid), "0b9f2c4e-7a53-4a41-9a52-3a1f6b0d3c11", "string instead of guid")]
    [TestCase(typeof(Uri), "a b", "string instead of uri")]
    [TestCase(typeof(Color), "Blue", "string instead of enum as name (Red=1, Green=5)")]
    [TestCase(typeof(Small), 256, "int instead of enum as name (Zero=0, Most=255)")]
    [TestCase(typeof(int[]), 1, "int instead of list of int")]
    [TestCase(typeof(DateTime), "2024-01-01", "string instead of datetime")]
    public void WhereItIsOfAnotherTypeAndIsNotShown(Type type, object stored, string message) => AssertNotRead(type, new BsonValue(stored), message);

    [Test]
    public void WhereAPartIsOfAnotherTypeOrWouldGetLost()
    {
        using (Assert.EnterMultipleScope())
        {
            AssertNotRead(typeof(int[]), new BsonArray { 1, "secret" }, "string instead of int in a list of int");
            AssertNotRead(typeof(List<int>), new BsonArray { 1, BsonValue.Null }, "null instead of int in a list of int");
            AssertNotRead(typeof(HashSet<int>), new BsonArray { 1, 1L }, "array with equal elements, of which a set keeps one");
            AssertNotRead(typeof(Dictionary<string, int>), new BsonDocument { ["a"] = "secret" }, "string instead of int in a map of int");
            AssertNotRead(typeof(Dictionary<string, int>), new BsonDocument { ["a"] = BsonValue.Null }, "null instead of int in a map of int");
            AssertNotRead(typeof(Dictionary<int, int>), new BsonDocument { ["01"] = 1 }, "a key that is no int in a map of int by int");
            AssertNotRead(typeof(Dictionary<Color, int>), new BsonDocument { ["Red"] = 1, ["1"] = 2 }, "a document with equal keys, of which a map keeps one in a map of int by enum as name (Red=1, Green=5)");
            AssertNotRead(typeof(SortedDictionary<string, int>), new BsonDocument { ["a"] = 1, ["a\u00ad"] = 2 }, "a document with equal keys, of which a map keeps one");
            AssertNotRead(typeof(DateOnly), new BsonDocument { ["Year"] = 2023, ["Month"] = 2, ["Day"] = 29 }, "document instead of dateonly");
            AssertNotRead(typeof(DbRef<int>), new BsonDocument { ["$id"] = 1 }, "document instead of dbref of int");
            AssertNotRead(typeof(DbRef<int>), new BsonDocument { ["$id"] = "a", ["$ref"] = "items" }, "document instead of dbref of int");
            AssertNotRead(typeof(BsonDocument), new BsonArray(), "array instead of map of bsonvalue");
        }
    }

    [TestCase(typeof(Half), "LiteDB has no stored form for Half that keeps it whole")]
    [TestCase(typeof((int, string)), "LiteDB has no stored form for ValueTuple<Int32, String> that keeps it whole")]
    [TestCase(typeof(TimeOnly), "LiteDB's mapper writes a TimeOnly as a document and loses its seconds when it reads it; declare a TimeSpan")]
    [TestCase(typeof(List<Half>), "LiteDB has no stored form for Half that keeps it whole")]
    [TestCase(typeof(Dictionary<string, Half>), "LiteDB has no stored form for Half that keeps it whole")]
    [TestCase(typeof(OddList), "a list is made as an array, List<T>, IReadOnlyList<T>, HashSet<T> or ImmutableArray<T>, to name the usual ones, not as OddList")]
    [TestCase(typeof(Stack<int>), "a list is made as an array, List<T>, IReadOnlyList<T>, HashSet<T> or ImmutableArray<T>, to name the usual ones, not as Stack<Int32>")]
    [TestCase(typeof(SortedSet<object>), "a SortedSet<Object> has no order: its elements cannot be compared; declare a HashSet<T>")]
    [TestCase(typeof(sbyte[]), "LiteDB's mapper writes a SByte[] as bytes where it is an array, and else as an array of numbers or names; declare byte[] or a List<T>, as the data is")]
    [TestCase(typeof(Small[]), "LiteDB's mapper writes a Small[] as bytes where it is an array, and else as an array of numbers or names; declare byte[] or a List<T>, as the data is")]
    [TestCase(typeof(IReadOnlyList<byte>), "LiteDB's mapper writes a IReadOnlyList<Byte> as bytes where it is an array, and else as an array of numbers or names; declare byte[] or a List<T>, as the data is")]
    [TestCase(typeof(Dictionary<Guid, int>), "LiteDB's mapper does not read the keys of a map back as Guid; declare them as string")]
    [TestCase(typeof(Dictionary<ObjectId, int>), "LiteDB's mapper does not read the keys of a map back as ObjectId; declare them as string")]
    [TestCase(typeof(System.Collections.Concurrent.ConcurrentDictionary<string, int>), "a map is made as Dictionary<K, V>, IReadOnlyDictionary<K, V> or ImmutableDictionary<K, V>, to name the usual ones, not as ConcurrentDictionary<String, Int32>")]
    [TestCase(typeof(DbRef<int[]>), "a reference's key is a single value, not a list of int")]
    [TestCase(typeof(Shape), "Shape stands for several classes; declare a record of your own with every variant's fields as optional ones, and the discriminator as a field named _type")]
    [TestCase(typeof(List<IShape>), "IShape stands for several classes; declare a record of your own with every variant's fields as optional ones, and the discriminator as a field named _type")]
    [TestCase(typeof(Point), "Point is a struct, whose fields cannot be declared; declare a nested record that is a class")]
    [TestCase(typeof(Tree), "a list is made as an array, List<T>, IReadOnlyList<T>, HashSet<T> or ImmutableArray<T>, to name the usual ones, not as Tree")]
    public void AlreadyAsAConstant(Type type, string reason) => Assert.That(Values.WhyRefused(type), Is.EqualTo(reason));

    /// <summary>Whatever an author gives is stored whole or refused, and never breaks the run.</summary>
    [Test]
    public void OrIsStoredWhole()
    {
        AssertWholeOrRefused(Gen.Char.Array.Select(letters => new string(letters)));
        AssertWholeOrRefused(Gen.Char);
        AssertWholeOrRefused(Gen.DateTime);
        AssertWholeOrRefused(Gen.Select(RandomValues.Instant, Gen.Enum<DateTimeKind>()).Select((instant, kind) => DateTime.SpecifyKind(instant, kind)).Where(instant => instant.Kind != DateTimeKind.Unspecified));
        AssertWholeOrRefused(Gen.DateTimeOffset);
        AssertWholeOrRefused(Gen.Select(Gen.Char.Array[0, 2].Select(letters => new string(letters)), Gen.Int).Array[0, 5].Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2)));
    }

    private static void AssertWholeOrRefused<T>(Gen<T> values)
    {
        var codec = Values.CodecOf(typeof(T));
        values.Sample(value =>
        {
            BsonValue written;
            try
            {
                written = codec.Write(value!);
            }
            catch (ValueMisfitException)
            {
                return true;
            }

            return Values.Same(codec.Read(Values.Stored(written)), value);
        }, iter: 1_000);
    }

    private static void AssertNotRead(Type type, BsonValue stored, string message)
    {
        Assert.That(Values.CodecOf(type).Fits(stored), Is.False);
        Assert.That(Assert.Throws<ValueMisfitException>(() => Values.CodecOf(type).Read(stored))!.Message, Is.EqualTo(message));
    }

    private static TestCaseData Case(Type type, object value, string message, string name) => new TestCaseData(type, value, message).SetArgDisplayNames(name);
}

public interface IShape;

public abstract record Shape(string Name);

public readonly record struct Point(int X, int Y);

public abstract class Tree : IEnumerable<Tree>
{
    public abstract IEnumerator<Tree> GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
