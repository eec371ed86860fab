using TypedMigrations.Schemas;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Schemas;

/// <summary>Of another module's records only those fields are read that the code names.</summary>
public sealed class FieldsAreNamed
{
    private const string Space = "TypedMigrations.Tests.Schemas";
    private const string Type = Space + ".FieldsAreNamed+";

    public sealed record Part(string Name, int Size);

    public sealed record Item(string Id, string Name, int Price, Part? Main = null, IReadOnlyList<Part>? Parts = null)
    {
        public string Label => $"{Name}: {Price}";
    }

    private readonly Schema _schema;

    public FieldsAreNamed()
    {
        var items = new Table<Item>("items");
        items.Key(i => i.Id);
        items.Required("name", i => i.Name);
        items.Required("price", i => i.Price);
        var main = items.Optional("main", i => i.Main);
        main.Required("name", p => p.Name);
        main.Required("size", p => p.Size);
        var parts = items.Optional("parts", i => i.Parts);
        parts.Each().Required("name", p => p.Name);
        parts.Each().Required("size", p => p.Size);
        var others = new Table<Part>("others");
        others.Key(p => p.Name);
        others.Required("size", p => p.Size);
        _schema = Constants.Schema(items, others);
    }

    private IEnumerable<string> Named(params string[] names) => new NamedFields(Space, names).In(_schema).Select(named => $"{named.Table}.{named.Field}");

    private RecordShape Narrowed(params string[] names) => new NamedFields(Space, names).Narrow(_schema).TryFind("items")!.Record;

    [Test]
    public void ByTheirConstants() => Assert.That(Named($"{Space}.ItemsTable.Id", $"{Space}.Sub.Outer+ItemsTable.MainSize"), Is.EqualTo(["items._id", "items.main.size"]));

    [Test]
    public void ByThePropertiesOfTheirRecordWhereTheTableIsNamed() => Assert.That(
        Named($"{Space}.ItemsTable.Table", $"{Type}Item.Price", $"{Type}Item.Parts", $"{Type}Part.Size"), Is.EqualTo(["items.parts", "items.parts[].size", "items.price"]));

    [Test]
    public void NotByNamesOfAnotherNamespace() => Assert.That(Named("Other.ItemsTable.Id", $"{Space}Else.ItemsTable.Id"), Is.Empty);

    [Test]
    public void AllOfThemByAPropertyThatComputes() =>
        Assert.That(Named($"{Space}.ItemsTable.Id", $"{Type}Item.Label").Count(), Is.EqualTo(_schema.TryFind("items")!.AllFields.Count));

    [Test]
    public void AndTheOthersAreLeftAtTheirDefaults()
    {
        var shape = Narrowed($"{Space}.ItemsTable.Id", $"{Type}Item.Name", $"{Type}Item.Main", $"{Type}Part.Size");

        Assert.That(shape.Fields.Select(field => field.Name), Is.EqualTo(["_id", "name", "main"]));
        Assert.That(shape.Create(["a", "b", shape.Fields[2].Nested!.Create([5])]), Is.EqualTo(new Item("a", "b", 0, new Part(null!, 5))));
    }

    [Test]
    public void AndATableThatNothingNamesStaysWhole() => Assert.That(new NamedFields(Space, [$"{Space}.ItemsTable.Id"]).Narrow(_schema).TryFind("others")!.Record.Fields, Has.Count.EqualTo(2));
}
