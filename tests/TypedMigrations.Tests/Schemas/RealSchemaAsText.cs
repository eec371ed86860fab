using System.Globalization;
using TypedMigrations.Schemas;

namespace TypedMigrations.Tests.Schemas;

public sealed class RealSchemaAsText
{
    private static RealType Type(string name, long documents, long? values = null) => new(name, new RealCount(documents, values ?? documents));

    private static RealField Real(string name, string path, long documents, params RealType[] types) => new() { Name = name, Path = path, Found = new RealCount(documents, documents), Types = types };

    private static RealSchema Items(bool reversed = false)
    {
        RealField[] fields =
        [
            Real("_id", "_id", 1_234, Type("string", 1_234)),
            new() { Name = "size", Path = "size", Found = new RealCount(1_200, 1_200), Nulls = new RealCount(100, 100), Missing = 34, Types = [Type("string", 100), Type("int", 1_000)] },
            new()
            {
                Name = "tags", Path = "tags", Found = new RealCount(1_234, 1_234), Types = [Type("list", 1_234)],
                Elements = new() { Name = "[]", Path = "tags[]", Found = new RealCount(7, 20), Types = [Type("string", 7, 19), Type("int", 1)] },
            },
        ];
        RealIndex[] indexes =
        [
            new("idx_b", "$.b", IsUnique: true, IsMultikey: false) { FieldPath = "b" }, new("idx_a", "LOWER($.a)", IsUnique: false, IsMultikey: true),
            new("idx_c", "IIF(…)", IsUnique: true, IsMultikey: false) { FieldPath = "c", IsWherePresent = true }, new("idx_c_lookup", "$.c", IsUnique: false, IsMultikey: false) { FieldPath = "c", LookupOf = "idx_c" },
        ];
        return new RealSchema([new RealTable { Name = "items", Documents = 1_234, Fields = reversed ? [.. fields.Reverse()] : fields, Indexes = reversed ? [.. indexes.Reverse()] : indexes }]);
    }

    private static readonly string Expected = """
        table items  # 1234 documents
          key string  # 1234 of 1234: string 1234
          field size int or string optional  # 1200 of 1234: int 1000, string 100, null 100, missing 34
          field tags list of (int or string)  # 1234 of 1234: list 1234 [int 1, string 19 in 7]
          index idx_a on LOWER($.a) multikey
          unique index idx_b on b
          unique index idx_c on c where present
        """.ReplaceLineEndings("\n");

    [Test]
    public void HasALineForEveryFieldWithItsCounts() => Assert.That(Items().ToString(), Is.EqualTo(Expected));

    [Test]
    public void DoesNotDependOnTheOrderInWhichThingsWereFound() => Assert.That(Items(reversed: true).ToString(), Is.EqualTo(Expected));

    [TestCase("fa-IR")]
    [TestCase("de-DE")]
    public void DoesNotDependOnTheCulture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.That(Items().ToString(), Is.EqualTo(Expected));
    }

    [Test]
    public void HasNoCountsWhereTwoDatabasesAreCompared() => Assert.That(Items().ToText(withCounts: false), Is.EqualTo("""
        table items
          key string
          field size int or string optional
          field tags list of (int or string)
          index idx_a on LOWER($.a) multikey
          unique index idx_b on b
          unique index idx_c on c where present
        """.ReplaceLineEndings("\n")));

    [Test]
    public void IsEmptyForAnEmptyDatabase() => Assert.That(RealSchema.Empty.ToString(), Is.Empty);

    [TestCase("", "city", "city")]
    [TestCase("home", "city", "home.city")]
    [TestCase("phones[]", "number", "phones[].number")]
    [TestCase("home", "two words", "home.two words")]
    [TestCase("home", "a.b", "home[\"a.b\"]")]
    [TestCase("", "a[]", "[\"a[]\"]")]
    [TestCase("home", "", "home[\"\"]")]
    [TestCase("home", "\"\\", "home[\"\\\"\\\\\"]")]
    [TestCase("home", " x", "home[\" x\"]")]
    [TestCase("home", "größe", "home.größe")]
    public void HasWaysThatCanBeToldFromNames(string container, string name, string path) => Assert.That(RealField.PathOf(container, name), Is.EqualTo(path));
}
