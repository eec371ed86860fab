using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Schemas;

public sealed class RecordsAreTakenApart
{
    public sealed record Mixed(string Id, int? Age)
    {
        public string Name { get; init; } = "nobody";

        public string Shout => Name + "!";
    }

    public sealed class Plain
    {
        public string Id { get; set; } = "";

        public int Age { get; private set; } = 7;
    }

    [Test]
    public void ARecordIsMadeFromItsValuesAndReadAgain()
    {
        var table = new Table<Mixed>("mixed");
        table.Optional("age", m => m.Age);
        table.Required("name", m => m.Name);
        table.Required("shout", m => m.Shout);
        table.Key(m => m.Id);
        var shape = Constants.Schema(table).Tables[0].Record;

        var made = shape.Create([41, "Ada", null, "a1"]);
        var values = new object?[4];
        shape.Read(made, values);

        Assert.That(made, Is.EqualTo(new Mixed("a1", 41) { Name = "Ada" }));
        Assert.That(values, Is.EqualTo(new object?[] { 41, "Ada", "Ada!", "a1" }));
    }

    [Test]
    public void ACopyConstructorIsNotTaken()
    {
        var table = new Table<None>("none");
        table.Key(n => n.Id);

        Assert.That(Constants.Schema(table).Tables[0].Record.Create(["x"]), Is.EqualTo(new None("x")));
    }

    [Test]
    public void NullStandsForTheDefaultOfATypeThatCannotBeNull()
    {
        var table = new Table<Plain>("plain");
        table.Key(p => p.Id);
        table.Required("age", p => p.Age);

        var made = (Plain)Constants.Schema(table).Tables[0].Record.Create(["x", null]);

        Assert.That((made.Id, made.Age), Is.EqualTo(("x", 0)));
    }
}
