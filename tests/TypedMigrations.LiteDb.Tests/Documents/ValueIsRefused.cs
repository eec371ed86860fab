using System.Collections.Immutable;
using LiteDB;
using TypedMigrations.LiteDb.Documents;

namespace TypedMigrations.LiteDb.Tests.Documents;

public sealed class ValueIsRefused
{
    private static readonly TestCaseData[] Cut =
    [
        new TestCaseData(typeof(ulong), ulong.MaxValue, "a ulong above 9,223,372,036,854,775,807, which LiteDB stores as another number").SetArgDisplayNames("ulong"),
        new TestCaseData(typeof(DateTime), new DateTime(2024, 1, 1), "a DateTime of unspecified kind, whose instant depends on the machine's time zone").SetArgDisplayNames("unspecified"),
        new TestCaseData(typeof(DateTime), new DateTime(1, DateTimeKind.Utc), "a DateTime with parts of a millisecond, which LiteDB cuts off").SetArgDisplayNames("ticks"),
        new TestCaseData(typeof(Dictionary<string, int>), new Dictionary<string, int> { ["a"] = 1, ["A"] = 2 }, "a map with keys that differ only by case (A), of which LiteDB keeps one").SetArgDisplayNames("map"),
        new TestCaseData(typeof(object), (Half)1.5, "a Half, which LiteDB has no stored form for that keeps it whole").SetArgDisplayNames("Half"),
        new TestCaseData(typeof(object), DateTimeOffset.UnixEpoch, "a DateTimeOffset, which LiteDB has no stored form for that keeps it whole").SetArgDisplayNames("DateTimeOffset"),
    ];

    [TestCaseSource(nameof(Cut))]
    public void WhereItWouldBeCut(Type type, object value, string message) =>
        Assert.That(Assert.Throws<ValueMisfitException>(() => Values.CodecOf(type).Write(value))!.Message, Is.EqualTo(message));

    [TestCase(typeof(int), "x", "string instead of int")]
    [TestCase(typeof(string), 1, "int instead of string")]
    [TestCase(typeof(byte), 256, "int instead of byte")]
    [TestCase(typeof(uint), -1, "int instead of uint")]
    [TestCase(typeof(ulong), -1L, "long instead of ulong")]
    [TestCase(typeof(int), 3_000_000_000L, "long instead of int")]
    [TestCase(typeof(bool), 1, "int instead of bool")]
    [TestCase(typeof(Guid), "0b9f2c4e-7a53-4a41-9a52-3a1f6b0d3c11", "string instead of guid")]
    [TestCase(typeof(Color), "Blue", "string instead of enum as name (Red=1, Green=5)")]
    [TestCase(typeof(int[]), 1, "int instead of list of int")]
    [TestCase(typeof(DateTime), "2024-01-01", "string instead of datetime")]
    public void WhereItIsOfAnotherTypeAndIsNotShown(Type type, object stored, string message) =>
        Assert.That(Assert.Throws<ValueMisfitException>(() => Values.CodecOf(type).Read(new BsonValue(stored)))!.Message, Is.EqualTo(message));

    [Test]
    public void WhereAnElementIsOfAnotherType() => Assert.That(
        Assert.Throws<ValueMisfitException>(() => Values.CodecOf(typeof(int[])).Read(new BsonArray { 1, "secret" }))!.Message, Is.EqualTo("array instead of list of int"));

    [TestCase(typeof(Half)), TestCase(typeof(DateTimeOffset)), TestCase(typeof((int, int))), TestCase(typeof(ImmutableArray<int>)), TestCase(typeof(OddList))]
    [TestCase(typeof(Dictionary<int, string>)), TestCase(typeof(Dictionary<string, DateTimeOffset>)), TestCase(typeof(List<Half>)), TestCase(typeof(float)), TestCase(typeof(char))]
    public void AlreadyAsAConstant(Type type) => Assert.That(Values.WhyRefused(type), Is.Not.Null);

    [TestCase(typeof(ObjectId)), TestCase(typeof(IReadOnlyList<int>)), TestCase(typeof(HashSet<string>)), TestCase(typeof(IReadOnlyDictionary<string, long>)), TestCase(typeof(string[][]))]
    public void NotAsAConstantThatCanBeStoredWhole(Type type) => Assert.That(Values.WhyRefused(type), Is.Null);
}
