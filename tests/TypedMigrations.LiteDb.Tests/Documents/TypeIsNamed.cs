using System.Collections.Immutable;
using LiteDB;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Tests.Documents;

/// <summary>The names stand in the snapshots of every module: one that changes is a changed schema.</summary>
public sealed class TypeIsNamed
{
    [TestCase(typeof(string), "string")]
    [TestCase(typeof(char), "char")]
    [TestCase(typeof(sbyte), "sbyte")]
    [TestCase(typeof(byte), "byte")]
    [TestCase(typeof(int?), "int")]
    [TestCase(typeof(ulong), "ulong")]
    [TestCase(typeof(float), "float")]
    [TestCase(typeof(DateTime), "datetime")]
    [TestCase(typeof(DateTimeOffset), "datetimeoffset")]
    [TestCase(typeof(DateOnly), "dateonly")]
    [TestCase(typeof(TimeOnly), "timeonly")]
    [TestCase(typeof(TimeSpan), "timespan")]
    [TestCase(typeof(Uri), "uri")]
    [TestCase(typeof(byte[]), "bytes")]
    [TestCase(typeof(object), "untyped")]
    [TestCase(typeof(ObjectId), "objectid")]
    [TestCase(typeof(BsonValue), "bsonvalue")]
    [TestCase(typeof(Inner), "record")]
    [TestCase(typeof(DbRef<int>), "dbref of int")]
    [TestCase(typeof(List<DbRef<string>?>), "list of dbref of string")]
    [TestCase(typeof(int?[]), "list of int")]
    [TestCase(typeof(ImmutableArray<List<string>>), "list of list of string")]
    [TestCase(typeof(Dictionary<string, int>), "map of int")]
    [TestCase(typeof(Dictionary<long, int>), "map of int by long")]
    [TestCase(typeof(IReadOnlyDictionary<Color, int[]>), "map of list of int by enum as name (Red=1, Green=5)")]
    public void AsSchemaTextShowsIt(Type type, string text) => Assert.That(FieldType.Of(type, EnumStorage.Name).ToString(), Is.EqualTo(text));

    [TestCase(typeof(int[]), typeof(ImmutableList<int>), true)]
    [TestCase(typeof(int), typeof(int?), true)]
    [TestCase(typeof(int), typeof(long), false)]
    [TestCase(typeof(float), typeof(double), false)]
    [TestCase(typeof(Dictionary<string, int>), typeof(SortedDictionary<string, int>), true)]
    [TestCase(typeof(Dictionary<string, int>), typeof(Dictionary<int, int>), false)]
    [TestCase(typeof(Dictionary<string, int>), typeof(Dictionary<string, string>), false)]
    [TestCase(typeof(DbRef<int>), typeof(DbRef<int>), true)]
    [TestCase(typeof(DbRef<int>), typeof(DbRef<string>), false)]
    [TestCase(typeof(Color), typeof(Small), false)]
    public void AndReadsAsAnother(Type earlier, Type later, bool reads) =>
        Assert.That(FieldType.Of(earlier, EnumStorage.Name).ReadsAs(FieldType.Of(later, EnumStorage.Name)), Is.EqualTo(reads));

    [Test]
    public void AndAMapsKeysAreStoredByNameWhateverTheFieldSays() => Assert.That(
        FieldType.Of(typeof(Dictionary<Color, Color>), EnumStorage.Number).ToString(),
        Is.EqualTo("map of enum as number (Red=1, Green=5) by enum as name (Red=1, Green=5)"));
}
