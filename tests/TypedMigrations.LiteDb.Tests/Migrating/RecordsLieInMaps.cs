using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Maps;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class RecordsLieInMaps : LiteDbTest
{
    private const string Old = """{"Name":"a","Size":3,"Color":"red","Note":"n","Owner":5,"own":{"x":[""]}}""";
    private const string New = """{"Title":"a","Size":"3 cm","Look":{"Color":"red"},"Weight":7,"Owner":{"$oid":"000000000000000000000005"},"own":{"x":[""]}}""";

    [Test]
    public async Task AndChangeWhereverTheyLie()
    {
        await Prepare();
        Put("owners", """{"_id":5,"Name":"Ada"}""");
        Put("items",
            $$$"""{"_id":1,"Parts":{"a.b":{{{Old}}},"c":null,"d":{},"e":"odd"},"Groups":{"g":[{{{Old}}},null],"h":[],"i":null},"Grid":[[{{{Old}}}],[],null,[{"Owner":null}]],"more":1}""",
            """{"_id":2,"Parts":null,"Groups":{},"Stock":{"here":{"Count":2,"own":""},"there":{}}}""",
            """{"_id":3}""");

        var report = await Run(module: new MapsModule());

        Assert.That(Documents("items"), Is.EqualTo(new[]
        {
            $$$"""{"_id":1,"Parts":{"a.b":{{{New}}},"c":null,"d":{"Weight":7},"e":"odd"},"Groups":{"g":[{{{New}}},null],"h":[],"i":null},"Grid":[[{{{New}}}],[],null,[{"Owner":null,"Weight":7}]],"more":1}""",
            """{"_id":2,"Parts":null,"Groups":{}}""",
            """{"_id":3}""",
        }.Select(Sorted)));
        Assert.That(Documents("stocks"), Is.EqualTo(new[] { """{"_id":"2/0","Place":"here","Count":2,"own":""}""", """{"_id":"2/1","Place":"there"}""" }.Select(Sorted)));
        Assert.That(report.Results.Single().Steps.Single(step => step.Step == "convert field items.Groups{}[].Size by size => size + \" cm\"").Documents, Is.EqualTo(1));
    }

    [Test]
    public async Task AndAreReadAndWrittenByTheMapper()
    {
        await Prepare();
        using (var live = OpenWithLiteDb())
        {
            live.GetCollection("owners").Insert(new BsonDocument { ["_id"] = 5, ["Name"] = "Ada" });
            var part = new LiveOldPart { Name = "a", Size = 3, Color = "red", Owner = 5 };
            live.GetCollection<LiveOldItem>("items").Insert(new LiveOldItem { Id = 1, Parts = new() { ["k"] = part }, Groups = new() { ["g"] = [part] }, Grid = [[part], []], Stock = new() { ["s"] = new() { Count = 4 } } });
        }

        await Run(module: new MapsModule());

        using var migrated = OpenWithLiteDb();
        var item = migrated.GetCollection<LiveItem>("items").FindById(1);
        var parts = new[] { item.Parts!["k"], item.Groups!["g"].Single(), item.Grid![0].Single() };
        Assert.That(parts.Select(part => (part.Title, part.Size, part.Look!.Color, part.Weight, part.Owner!.Increment)), Is.All.EqualTo(("a", "3 cm", "red", 7, 5)));
        Assert.That(item.Grid[1], Is.Empty);
    }

    [Test]
    public async Task AndARequiredFieldMayStayUnfilledWhereTheAuthorKeepsMisfits()
    {
        await Prepare();
        Put("owners", """{"_id":5,"Name":"Ada"}""", """{"_id":6,"Name":""}""");

        var report = await Run(module: new MapsModule());

        Assert.That(Documents("owners"), Is.EqualTo(new[]
        {
            """{"_id":{"$oid":"000000000000000000000005"},"Name":"Ada","Initial":"A"}""", """{"_id":{"$oid":"000000000000000000000006"},"Name":""}""",
        }.Select(Sorted)));
        Assert.That(report.Results.Single().Steps.Single(step => step.Step.StartsWith("fill field owners", StringComparison.Ordinal)).Kept, Is.EqualTo(1));
    }

    [Test]
    public async Task AndTheirSchemaIsRead()
    {
        await Prepare();
        Put("items", $$$"""{"_id":1,"Parts":{"a":{{{Old}}}},"Groups":{"g":[{{{Old}}}]},"Grid":[[{"Size":"odd"}]]}""", """{"_id":2,"Parts":{"a":"odd"},"Groups":{"g":[5]}}""");

        using var store = new LiteDbStore($"Filename={FilePath}");
        var report = await new Migrator([new MapsModule()], store, Options(), TimeProvider.System).ReadSchemaAsync();

        Assert.That(report.ToString().Split("misfits\n")[1], Does.StartWith(
            """
              items.Grid[][].Size: string instead of int in 1 document, such as _id 1
              items.Groups: document instead of map of list of record in 1 document, such as _id 2
              items.Parts: document instead of map of record in 1 document, such as _id 2
            undeclared
              items.Groups{}[].own: record in 1 document
              items.Parts{}.own: record in 1 document
            """));
    }

    private Task Prepare() => Run(module: new MapsModule(), with: options => options.Target = "20240101");

    private void Put(string table, params string[] documents)
    {
        using var database = OpenWithLiteDb();
        foreach (var document in documents)
            database.GetCollection(table).Insert(JsonSerializer.Deserialize(document).AsDocument);
    }

    private List<string> Documents(string table)
    {
        using var database = OpenWithLiteDb();
        return [.. database.GetCollection(table).FindAll().Select(document => Sorted((BsonValue)document).ToString())];
    }

    private static string Sorted(string json) => Sorted(JsonSerializer.Deserialize(json)).ToString();

    /// <summary>The order of fields says nothing.</summary>
    private static BsonValue Sorted(BsonValue value) => value switch
    {
        { IsDocument: true } => new BsonDocument(value.AsDocument.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => Sorted(pair.Value))),
        { IsArray: true } => new BsonArray(value.AsArray.Select(Sorted)),
        _ => value,
    };

    public sealed class LiveOldItem
    {
        public int Id { get; set; }

        public Dictionary<string, LiveOldPart>? Parts { get; set; }

        public Dictionary<string, List<LiveOldPart>>? Groups { get; set; }

        public List<List<LiveOldPart>>? Grid { get; set; }

        public Dictionary<string, LiveStock>? Stock { get; set; }
    }

    public sealed class LiveOldPart
    {
        public string? Name { get; set; }

        public int? Size { get; set; }

        public string? Color { get; set; }

        public int? Owner { get; set; }
    }

    public sealed class LiveStock
    {
        public int? Count { get; set; }
    }

    public sealed class LiveItem
    {
        public int Id { get; set; }

        public Dictionary<string, LivePart>? Parts { get; set; }

        public Dictionary<string, List<LivePart>>? Groups { get; set; }

        public List<List<LivePart>>? Grid { get; set; }
    }

    public sealed class LivePart
    {
        public string? Title { get; set; }

        public string? Size { get; set; }

        public LiveLook? Look { get; set; }

        public int Weight { get; set; }

        public ObjectId? Owner { get; set; }
    }

    public sealed class LiveLook
    {
        public string? Color { get; set; }
    }
}
