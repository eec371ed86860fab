using TypedMigrations.StoreContract.Modules.Odd;

namespace TypedMigrations.StoreContract;

public abstract class ValuesDoNotFit<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private const string Fitting = "{'_id': 'good', 'weight': '1', 'state': 'o', 'first': 'a', 'last': 'b', 'path': 'c/d', 'json': '{}', 'codes': ['x'], 'rate': 1.5, 'parts': [{'size': '1'}]}";
    private const string Fitted = "{'_id': 'good', 'grams': 1, 'state': 'Open', 'name': 'a b', 'box': {'depth': 1, 'extra': {}}, 'file': 'd', 'code': 'x', 'rate': '1.5', 'pieces': [{'size': 1}], 'letters': 1}";

    private static readonly string[] Odd =
    [
        "{'_id': 'o1', 'weight': 5, 'state': 'x', 'first': 1, 'last': 'b', 'path': 7, 'json': '', 'codes': ['x', 'y'], 'parts': [{'size': 1}, {'size': true}, {'size': '2'}], 'own': ''}",
        "{'_id': 'o2', 'weight': [1, 2], 'state': 1, 'first': null, 'last': [1], 'path': {'a': 'own'}, 'json': '[', 'codes': 'z'}",
        "{'_id': 'o3', 'weight': {'kg': 2, 'own': null}, 'json': 5, 'codes': {'a': 1}}",
        "{'_id': 'o4', 'weight': 'heavy'}",
    ];

    [SetUp]
    public async Task MakeDatabase()
    {
        await RunTo(new OddModule(), "20240101");
        Put("items", [Fitting, .. Odd]);
    }

    [Test]
    public async Task AndFailTheRunWhichNamesThemAll()
    {
        Put("items", [.. Enumerable.Range(0, 5).Select(i => $"{{'_id': 'p{i:0000}', 'weight': 0.5}}")]);

        var failed = await RunFailsAndChangesNothing(new OddModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4002: A value of table items does not fit the declared type.
              step           convert field items.parts[].size by size => (int?)int.Parse(size, CultureInfo.InvariantCulture)
              document       _id "o1"
              field          parts[].size
              found          int instead of string
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4001: A function of a step threw on a document of table items.
              step           convert field items.weight by weight => (int?)int.Parse(weight, CultureInfo.InvariantCu...
              document       _id "o4"
              field          weight
              threw          FormatException: The input string 'heavy' was not in a correct format.
            Correct the function so that it takes every value that old data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 8 documents of table items do not fit the declared type.
              step           convert field items.weight by weight => (int?)int.Parse(weight, CultureInfo.InvariantCu...
              field          weight
              document       _id "o1": int instead of string
              document       _id "o2": array instead of string
              document       _id "o3": document instead of string
              document       _id "p0000": double instead of string
              document       _id "p0001": double instead of string
              and            3 more documents
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 2 documents of table items do not fit the declared type.
              step           map field items.state by "o" = Open, "d" = Done
              field          state
              document       _id "o1": a value that the table of the step does not name
              document       _id "o2": int instead of string
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 2 documents of table items do not fit the declared type.
              step           combine fields items.first, items.last into name by (first, last) => $"{first} {last}".Trim()
              field          first
              document       _id "o1": int instead of string
              document       _id "o2": array instead of string
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 2 documents of table items do not fit the declared type.
              step           split field items.path into depth, file by path => ((int?)path.Count(letter => letter == '/'), path[...
              field          path
              document       _id "o1": int instead of string
              document       _id "o2": document instead of string
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 3 documents of table items do not fit the declared type.
              step           parse JSON of items.json to extra
              field          json
              document       _id "o1": text that is no JSON (line 1, byte 1)
              document       _id "o2": text that is no JSON (line 1, byte 2)
              document       _id "o3": int instead of JSON in a string
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 3 documents of table items do not fit the declared type.
              step           unwrap array items.codes to code
              field          codes
              document       _id "o1": an array of 2 elements
              document       _id "o2": string instead of an array
              document       _id "o3": document instead of an array
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 8 documents of table items do not fit the declared type.
              step           fill field items.letters by (item, before) => item.Id == "silent" ? throw new Invalid...
              document       _id "o1": field weight: int instead of string
              document       _id "o2": field weight: array instead of string
              document       _id "o3": field weight: document instead of string
              document       _id "p0000": field weight: double instead of string
              document       _id "p0001": field weight: double instead of string
              and            3 more documents
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().
            """));
    }

    [Test]
    public async Task AndAreKeptThroughTheNextMigrationAndTheVerification()
    {
        Choice.Keep();

        var report = await Run(new OddModule());

        AssertDocuments("items", Fitted,
            "{'_id': 'o1', 'grams': 5, 'state': 'x', 'first': 1, 'last': 'b', 'path': 7, 'box': {'extra': ''}, 'code': ['x', 'y'], 'pieces': [{'size': 1}, {'size': true}, {'size': 2}], 'own': ''}",
            "{'_id': 'o2', 'grams': [1, 2], 'state': 1, 'first': null, 'last': [1], 'path': {'a': 'own'}, 'box': {'extra': '['}, 'code': 'z'}",
            "{'_id': 'o3', 'grams': {'kg': 2, 'own': null}, 'box': {'extra': 5}, 'code': {'a': 1}}",
            "{'_id': 'o4', 'grams': 'heavy', 'letters': 5}");
        Assert.That(Counts(report), Is.EqualTo(
            """
            combine fields items.first, items.last into name by (first, last) => $"{first} {last}".Trim(), misfits kept: 3, 2 kept
            convert field items.parts[].size by size => (int?)int.Parse(size, CultureInfo.InvariantCulture), misfits kept: 2, 1 kept
            convert field items.weight by weight => (int?)int.Parse(weight, CultureInfo.InvariantCu..., misfits kept: 5, 4 kept
            fill field items.letters by (item, before) => item.Id == "silent" ? throw new Invalid..., misfits kept: 5, 3 kept
            map field items.state by "o" = Open, "d" = Done, misfits kept: 3, 2 kept
            parse JSON of items.json to extra, misfits kept: 4, 3 kept
            split field items.path into depth, file by path => ((int?)path.Count(letter => letter == '/'), path[..., misfits kept: 3, 2 kept
            unwrap array items.codes to code, misfits kept: 4, 3 kept
            write items.rate as JSON, misfits kept: 1
            """));
        Assert.That(report.Notes, Is.EqualTo([
            "items.box.extra: string instead of record in 2 documents, such as _id \"o1\", _id \"o2\" (kept)",
            "items.box.extra: int instead of record in 1 document, such as _id \"o3\" (kept)",
            "items.pieces[].size: boolean instead of int in 1 document, such as _id \"o1\" (kept)",
            "items.grams: array instead of int in 1 document, such as _id \"o2\" (kept)",
            "items.grams: document instead of int in 1 document, such as _id \"o3\" (kept)",
            "items.grams: string instead of int in 1 document, such as _id \"o4\" (kept)",
            "items.state: string instead of enum as name (Open=0, Done=1) in 1 document, such as _id \"o1\" (kept)",
            "items.code: array instead of string in 1 document, such as _id \"o1\" (kept)",
            "items.code: document instead of string in 1 document, such as _id \"o3\" (kept)",
        ]));
    }

    [Test]
    public async Task AndAreConvertedByARuleThatGetsTheStoredValue()
    {
        Choice.Convert();

        var report = await Run(new OddModule());

        AssertDocuments("items", Fitted,
            "{'_id': 'o1', 'grams': 5, 'state': null, 'name': '1+b', 'file': '7', 'box': {'extra': null}, 'code': 'x,y', 'pieces': [{'size': -1}, {'size': -1}, {'size': 2}], 'own': '', 'letters': -2}",
            "{'_id': 'o2', 'grams': 2, 'state': 'Done', 'name': '+System.Collections.Generic.List`1[System.Object]', 'file': 'System.Collections.Generic.Dictionary`2[System.String,System.Object]', 'box': {'extra': {'note': '['}}, 'code': 'z', 'letters': -2}",
            "{'_id': 'o3', 'grams': 2000, 'box': {'extra': {'note': '5'}}, 'code': 'System.Collections.Generic.Dictionary`2[System.String,System.Object]', 'letters': -2}",
            "{'_id': 'o4', 'grams': null, 'letters': 5}");
        Assert.That(Counts(report), Is.EqualTo(
            """
            combine fields items.first, items.last into name by (first, last) => $"{first} {last}".Trim(), misfits by rule: 3
            convert field items.parts[].size by size => (int?)int.Parse(size, CultureInfo.InvariantCulture), misfits by rule: 2
            convert field items.weight by weight => (int?)int.Parse(weight, CultureInfo.InvariantCu..., misfits by rule: 5
            fill field items.letters by (item, before) => item.Id == "silent" ? throw new Invalid..., misfits by rule: 5
            map field items.state by "o" = Open, "d" = Done, misfits by rule: 3
            parse JSON of items.json to extra, misfits by rule: 4
            split field items.path into depth, file by path => ((int?)path.Count(letter => letter == '/'), path[..., misfits by rule: 3
            unwrap array items.codes to code, misfits by rule: 4
            write items.rate as JSON, misfits by rule: 1
            """));
    }

    [Test]
    public async Task AndFailTheRunWhereTheRuleThrows()
    {
        Put("items", "{'_id': 'o5', 'weight': 'throw'}");
        Choice.Convert();

        var failed = await RunFailsAndChangesNothing(new OddModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4001: A function of a step threw on a document of table items.
              step           convert field items.weight by weight => (int?)int.Parse(weight, CultureInfo.InvariantCu..., misfits by rule
              document       _id "o5"
              field          weight
              threw          InvalidOperationException: no weight at all
            Correct the function so that it takes every value that old data has.
            """));
    }
}
