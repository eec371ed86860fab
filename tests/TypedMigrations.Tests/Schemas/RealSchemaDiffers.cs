using TypedMigrations.Schemas;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Schemas;

public sealed class RealSchemaDiffers
{
    public sealed record Home(string City);

    public sealed record Item(string Id, string Name, Home? Home);

    private static Schema Declared()
    {
        var table = new Table<Item>("items");
        table.Key(item => item.Id);
        table.Index("idx_name", table.Required("name", item => item.Name));
        table.Optional("home", item => item.Home).Required("city", home => home.City);
        return Constants.Schema(table);
    }

    private static RealField Real(string path, string type = "string", params RealField[] inside) =>
        new() { Name = path.Split('.')[^1], Path = path, Found = new RealCount(3, 3), Types = [new RealType(type, new RealCount(3, 3))], Fields = inside };

    private static RealIndex Index(string name, string field, bool isUnique = false) => new(name, "$." + field, isUnique, IsMultikey: false) { FieldPath = field };

    private static IEnumerable<(DeviationKind Kind, string Text)> Between(RealTable real, Schema? declared = null) =>
        SchemaDifference.Between(declared ?? Declared(), new RealSchema([real])).Deviations.Select(deviation => (deviation.Kind, deviation.Text));

    private static RealTable Items(RealField[]? fields = null, RealIndex[]? indexes = null, RealMisfit[]? misfits = null, string name = "items") => new()
    {
        Name = name, Documents = 3, Fields = fields ?? [Real("_id"), Real("name")], Indexes = indexes ?? [Index("idx_name", "name")], DeclaredIndexes = [Index("idx_name", "name")], Misfits = misfits ?? [],
    };

    [Test]
    public void NotWhereAllIsAsDeclared()
    {
        var difference = SchemaDifference.Between(Declared(), new RealSchema([Items(fields: [Real("_id"), Real("name"), Real("home", "record", Real("home.city"))])]));

        Assert.That((difference.IsEmpty, difference.HasMisfits, difference.ToString()), Is.EqualTo((true, false, "")));
    }

    [Test]
    public void InATableThatIsMissing() => Assert.That(
        SchemaDifference.Between(Declared(), RealSchema.Empty).ToString(), Is.EqualTo("misfits\n  table items is missing"));

    [Test]
    public void InATableThatIsUndeclaredButNotInJournalAndFileStorage() => Assert.That(
        SchemaDifference.Between(Schema.Empty, new RealSchema([
            new RealTable { Name = "others", Documents = 1 }, new RealTable { Name = "_migrations", Documents = 1, Kind = RealTableKind.Journal }, new RealTable { Name = "_files", Documents = 1, Kind = RealTableKind.FileStorage }])).ToString(),
        Is.EqualTo("undeclared\n  table others: 1 document"));

    [Test]
    public void InFieldsAtEveryDepth() => Assert.That(
        Between(Items(fields: [Real("_id"), Real("name"), Real("note"), Real("home", "record", Real("home.city"), Real("home.zip", "int")), Real("other", "record", Real("other.inside"))])),
        Is.EqualTo(new[]
        {
            (DeviationKind.UndeclaredField, "items.home.zip: int in 3 documents"),
            (DeviationKind.UndeclaredField, "items.note: string in 3 documents"),
            (DeviationKind.UndeclaredField, "items.other: record in 3 documents"),
        }));

    [Test]
    public void InSpellingsByCaseOnly() => Assert.That(
        Between(Items(fields: [Real("_id"), Real("Name")], name: "Items")),
        Is.EqualTo(new[] { (DeviationKind.OtherSpelling, "table items is spelled Items"), (DeviationKind.OtherSpelling, "items.name is spelled Name") }));

    [Test]
    public void InIndexes() => Assert.That(
        Between(Items(indexes: [Index("idx_name", "name", isUnique: true), Index("idx_other", "other")])),
        Is.EqualTo(new[]
        {
            (DeviationKind.OtherIndex, "items: unique index idx_name on name is there in place of index idx_name on name"),
            (DeviationKind.UndeclaredIndex, "items: index idx_other on other"),
        }));

    [Test]
    public void InAnIndexThatIsMissing() => Assert.That(Between(Items(indexes: [])), Is.EqualTo(new[] { (DeviationKind.MissingIndex, "items: index idx_name on name is missing") }));

    [Test]
    public void InValuesWithTheGravestFirst()
    {
        var declared = Declared();
        var (name, city) = (declared.Tables[0].TryFind("name")!, declared.Tables[0].TryFind("home.city")!);

        Assert.That(
            Between(Items(misfits: [new RealMisfit(city, Found: null, 1, ["_id \"a\""]), new RealMisfit(name, "int", 1_234, ["_id 1", "_id 2", "_id 3"])]), declared),
            Is.EqualTo(new[]
            {
                (DeviationKind.WrongType, "items.name: int instead of string in 1,234 documents, such as _id 1, _id 2, _id 3"),
                (DeviationKind.MissingValue, "items.home.city: missing or null, though required, in 1 document, such as _id \"a\""),
            }));
    }
}
