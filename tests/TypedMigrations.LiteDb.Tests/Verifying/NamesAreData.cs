using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Customers;

namespace TypedMigrations.LiteDb.Tests.Verifying;

public sealed class NamesAreData : RealSchemaTest
{
    private const int Many = 5_000;

    [Test]
    public async Task AndBeyondAThousandTheyAreOneFieldThatIsCountedExactly()
    {
        // Each document has a name of its own, and one that all have; the values are of two types and records, some documents have both.
        PutNumbered("items", [.. Enumerable.Range(0, Many).Select(i => new BsonDocument
        {
            ["by_day"] = new BsonDocument { ["day " + i] = i, ["total"] = i % 2 == 0 ? "x" : i, ["detail " + i] = new BsonDocument { ["n"] = i } },
        })]);

        Assert.That((await Read()).Real.ToString(), Is.EqualTo(Lines("""
            table items  # 5000 documents
              key int  # 5000 of 5000: int 5000
              field by_day map of (int or record or string)  # 5000 of 5000: record 5000 {int 7500 in 5000, record 5000, string 2500}
                field n int  # 5000 of 5000: int 5000
            """)));
    }

    [Test]
    public async Task InOneDocumentAlone()
    {
        PutNumbered("items", new BsonDocument { ["map"] = new BsonDocument(Enumerable.Range(0, Many).ToDictionary(i => "k" + i, i => new BsonValue(i))) }, new BsonDocument { ["map"] = new BsonDocument() });

        Assert.That((await Read()).Real.ToString(), Is.EqualTo(Lines("""
            table items  # 2 documents
              key int  # 2 of 2: int 2
              field map map of int  # 2 of 2: record 2 {int 5000 in 1}
            """)));
    }

    [Test]
    public async Task InTheDocumentsThemselves()
    {
        PutNumbered("items", [.. Enumerable.Range(0, Many).Select(i => new BsonDocument { ["k" + i] = ArrayOf(i) })]);

        Assert.That((await Read()).Real.ToString(), Is.EqualTo(Lines("""
            table items  # 5000 documents
              key int  # 5000 of 5000: int 5000
              field {} list of int  # 5000 of 5000: list 5000 [int 5000]
            """)));
    }

    [Test]
    public async Task InsideOneAnother()
    {
        PutNumbered("items", [.. Enumerable.Range(0, Many).Select(i => new BsonDocument { ["outer"] = new BsonDocument { ["a" + i] = new BsonDocument { ["b" + i] = ArrayOf(new BsonDocument { ["c" + i] = i }) } } })]);

        Assert.That((await Read()).Real.ToString(), Is.EqualTo(Lines("""
            table items  # 5000 documents
              key int  # 5000 of 5000: int 5000
              field outer map of map of list of map of int  # 5000 of 5000: record 5000 {record 5000 {list 5000 [record 5000 {int 5000}]}}
            """)));
    }

    [Test]
    public async Task OfManyContainersThatAreTooManyOnlyTogether()
    {
        // 40 maps of 300 names each: none has too many, the table has.
        PutNumbered("items", [.. Enumerable.Range(0, 300).Select(i => new BsonDocument(Enumerable.Range(0, 40).ToDictionary(map => "map" + map, map => (BsonValue)new BsonDocument { [$"k{i}"] = i })))]);

        var table = (await Read()).Real.Tables.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Fields, Has.Count.EqualTo(41));
            Assert.That(table.Fields.Where(field => field.Name != "_id").All(field => field is { IsMap: true, AnyName.Found: { Documents: 300, Values: 300 } }), Is.True);
        }
    }

    [Test]
    public async Task UpToAThousandTheyAreFields()
    {
        PutNumbered("items", new BsonDocument { ["map"] = new BsonDocument(Enumerable.Range(0, 1_000).ToDictionary(i => "k" + i, i => new BsonValue(i))) });

        Assert.That((await Read()).Real.Tables.Single().TryFind("map")!.Fields, Has.Count.EqualTo(1_000));
    }

    [Test]
    public async Task WhereTheConstantsSaySoAtOnce()
    {
        await Run(module: new CustomersModule());
        Put("customers", new BsonDocument { ["_id"] = "a", ["name"] = "A", ["phones"] = new BsonArray(), ["scores"] = new BsonDocument { ["chess"] = 1, ["go"] = 2 } });

        var report = await Read("", new CustomersModule());

        Assert.That(report.Real.TryFind("customers")!.TryFind("scores{}")!.Found.Values, Is.EqualTo(2));
        Assert.That(report.Difference.IsEmpty, Is.True, report.Difference.ToString());
    }

    [Test]
    public async Task BesideDeclaredFieldsThatAreStillHeldAgainstTheirConstants()
    {
        await Run(module: new CustomersModule());
        Put("customers", [.. Enumerable.Range(0, Many).Select(i => new BsonDocument { ["_id"] = $"{i:0000}", ["name"] = i == 4_000 ? i : "A", ["phones"] = new BsonArray(), ["scores"] = new BsonDocument(), ["k" + i] = i })]);

        var report = await Read("", new CustomersModule());

        Assert.That(report.Difference.ToString(), Is.EqualTo(Lines("""
            misfits
              customers.name: int instead of string in 1 document, such as _id "4000"
            undeclared
              customers.{}: int in 5,000 documents, under too many names to tell apart
            """)));
    }
}
