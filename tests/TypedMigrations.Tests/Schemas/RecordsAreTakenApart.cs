using TypedMigrations.Schemas;
using TypedMigrations.Tests.Building;

namespace TypedMigrations.Tests.Schemas;

/// <summary>The first times by reflection, later by compiled code.</summary>
public sealed class RecordsAreTakenApart
{
    private const int Once = 1, Often = 200;

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

    public enum Color
    {
        Red,
        Green,
    }

    public sealed record Painted(string Id, Color Color, Color? Other, DayOfWeek Day)
    {
        public decimal Price { get; init; }
    }

    public sealed record Refusing(string Id)
    {
        public string Id { get; } = Id == "bad" ? throw new FormatException("bad") : Id;

        public string Unreadable { get => throw new TimeoutException("late"); init => _ = value; }
    }

    [Test]
    public void ARecordIsMadeFromItsValuesAndReadAgain([Values(Once, Often)] int times)
    {
        var table = new Table<Mixed>("mixed");
        table.Optional("age", m => m.Age);
        table.Required("name", m => m.Name);
        table.Required("shout", m => m.Shout);
        table.Key(m => m.Id);
        var shape = Constants.Schema(table).Tables[0].Record;

        var made = Times(times, () => shape.Create([41, "Ada", null, "a1"]));
        var values = new object?[4];
        Times(times, () => Read(shape, made, values));

        Assert.That(made, Is.EqualTo(new Mixed("a1", 41) { Name = "Ada" }));
        Assert.That(values, Is.EqualTo(new object?[] { 41, "Ada", "Ada!", "a1" }));
    }

    public record Named(string Id, string First, string Last)
    {
        public virtual string Title { get; init; } = "Ms";
    }

    public sealed record Shouting(string Id, string First, string Last) : Named(Id, First, Last)
    {
        public override string Title { get => base.Title + "!"; init => base.Title = value; }

        public string Trimmed { get => field.Trim(); init; } = " none ";
    }

    [Test]
    public void GettersThatDoMoreThanReturnAreAsked([Values(Once, Often)] int times)
    {
        var table = new Table<Shouting>("shouting");
        table.Key(s => s.Id);
        table.Required("first", s => s.First);
        table.Required("last", s => s.Last);
        table.Required("title", s => s.Title);
        table.Required("trimmed", s => s.Trimmed);
        var values = new object?[5];

        var shape = Constants.Schema(table).Tables[0].Record;
        Times(times, () => Read(shape, new Shouting("a1", "Ada", "Lovelace"), values));

        Assert.That(values, Is.EqualTo(new object?[] { "a1", "Ada", "Lovelace", "Ms!", "none" }));
    }

    [Test]
    public void ACopyConstructorIsNotTaken()
    {
        var table = new Table<None>("none");
        table.Key(n => n.Id);

        Assert.That(Constants.Schema(table).Tables[0].Record.Create(["x"]), Is.EqualTo(new None("x")));
    }

    [Test]
    public void EnumsAreWhatTheyWere([Values(Once, Often)] int times)
    {
        var table = new Table<Painted>("painted");
        table.Key(p => p.Id);
        table.Required("color", p => p.Color);
        table.Optional("other", p => p.Other);
        table.Required("day", p => p.Day);
        table.Required("price", p => p.Price);
        var shape = Constants.Schema(table).Tables[0].Record;
        var values = new object?[5];

        var made = Times(times, () => shape.Create(["x", Color.Green, null, DayOfWeek.Friday, 1.50m]));
        Times(times, () => Read(shape, made, values));

        Assert.That(made, Is.EqualTo(new Painted("x", Color.Green, null, DayOfWeek.Friday) { Price = 1.50m }));
        Assert.That(values, Is.EqualTo(new object?[] { "x", Color.Green, null, DayOfWeek.Friday, 1.50m }));
    }

    [Test]
    public void WhatARecordThrowsIsThrown([Values(Once, Often)] int times)
    {
        var table = new Table<Refusing>("refusing");
        table.Key(r => r.Id);
        table.Required("unreadable", r => r.Unreadable);
        var shape = Constants.Schema(table).Tables[0].Record;
        var made = Times(times, () => shape.Create(["good", "x"]));

        Assert.That(() => shape.Create(["bad", "x"]), Throws.InstanceOf<FormatException>());
        for (var i = 0; i < times; i++)
            Assert.That(() => Read(shape, made, new object?[2]), Throws.InstanceOf<TimeoutException>());
    }

    [Test]
    public void NullStandsForTheDefaultOfATypeThatCannotBeNull([Values(Once, Often)] int times)
    {
        var table = new Table<Plain>("plain");
        table.Key(p => p.Id);
        table.Required("age", p => p.Age);

        var shape = Constants.Schema(table).Tables[0].Record;
        var made = (Plain)Times(times, () => shape.Create(["x", null]));

        Assert.That((made.Id, made.Age), Is.EqualTo(("x", 0)));
    }

    private static object Times(int times, Func<object> work) => Enumerable.Range(0, times).Select(_ => work()).Last();

    private static object Read(RecordShape shape, object record, object?[] values)
    {
        shape.Read(record, values);
        return values;
    }
}
