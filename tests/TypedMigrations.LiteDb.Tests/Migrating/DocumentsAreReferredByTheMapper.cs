using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Links;
using TypedMigrations.LiteDb.Tests.Modules.Links.M20240102_After;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

/// <summary>References as <c>mapper.Entity&lt;T&gt;().DbRef</c> stores them, through a change of keys, a merge and a new name of their tables.</summary>
[NonParallelizable]
public sealed class DocumentsAreReferredByTheMapper : LiteDbTest
{
    [SetUp]
    public void FailOnDangling() => After.KeepsDangling = false;

    [Test]
    public async Task AndTheMapperFindsThemAfterwards()
    {
        await Prepare();
        using (var live = new LiteDatabase($"Filename={FilePath}", LiveBefore.Mapper()))
        {
            var (ada, bo) = (new LiveBefore.Customer { Id = 1, name = "Ada" }, new LiveBefore.Customer { Id = 2, name = "Bo" });
            var (pia, pen) = (new LiveBefore.Partner { Id = 1, name = "Pia" }, new LiveBefore.Product { Id = "p", name = "Pen" });
            live.GetCollection<LiveBefore.Customer>("customers").Insert([ada, bo]);
            live.GetCollection<LiveBefore.Partner>("partners").Insert(pia);
            live.GetCollection<LiveBefore.Product>("products").Insert(pen);
            live.GetCollection<LiveBefore.Order>("orders").Insert([
                new LiveBefore.Order { Id = 1, Customer = ada, Watchers = [bo, ada], Delivery = new() { To = bo }, Lines = [new() { Product = pen, Payers = [ada] }, new()], Partner = pia, Agents = [bo] },
                new LiveBefore.Order { Id = 2 }]);
        }

        await Run(module: new LinksModule());

        using var migrated = new LiteDatabase($"Filename={FilePath}", LiveAfter.Mapper());
        var orders = migrated.GetCollection<LiveAfter.Order>("orders").Include(o => o.Customer).Include(o => o.Watchers).Include(o => o.Delivery!.To).Include(o => o.Partner).Include(o => o.Agents)
            .Include("$.Lines[*].Article").Include("$.Lines[*].Payers").FindAll().ToList();
        var order = orders[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((order.Customer!.name, order.Delivery!.To!.name, order.Partner!.name, order.Agents!.Single().name), Is.EqualTo(("Ada", "Bo", "Pia", "Bo")));
            Assert.That(order.Watchers!.Select(customer => customer.name), Is.EqualTo(new[] { "Bo", "Ada" }));
            Assert.That((order.Lines![0].Article!.name, order.Lines[0].Payers!.Single().name, order.Lines[1].Article), Is.EqualTo(("Pen", "Ada", (LiveAfter.Product?)null)));
            Assert.That((orders[1].Customer, orders[1].Watchers, orders[1].Lines), Is.EqualTo(((LiveAfter.Customer?)null, (List<LiveAfter.Customer>?)null, (List<LiveAfter.Line>?)null)));
        }
    }

    [Test]
    public async Task AndWhatElseStandsInAReferenceStays()
    {
        await Prepare();
        Put("customers", """{"_id":1,"name":"Ada"}""");
        Put("partners", """{"_id":7,"name":"Pia"}""");
        Put("products", """{"_id":"p","name":"Pen"}""");
        Put("orders",
            """{"_id":1,"Customer":{"$id":1,"$ref":"Customers","$db":"other","more":[{"a":""}]},"Watchers":[{"$id":1,"$ref":"customers","x":null},null],"Delivery":{"To":{"$type":"V","$id":1,"$ref":"customers"},"y":1}}""",
            """{"_id":2,"Lines":[{"Product":{"$id":"gone","$ref":"products","z":1},"w":{}}],"Partner":{"$id":7,"$ref":"partners","q":1},"Gift":{"$id":"p","$ref":"products"},"Extras":[{"$id":"p","$ref":"products","e":1}]}""",
            """{"_id":3,"Customer":{"$id":1,"$ref":"suppliers"},"Watchers":[],"Partner":null,"Agents":[{"$id":5,"$ref":"robots"},{"$id":1,"$ref":"customers"}]}""");

        var report = await Run(module: new LinksModule());

        Assert.That(Documents("orders"), Is.EqualTo(new[]
        {
            """{"_id":1,"Customer":{"$id":{"$oid":"000000010000000000000001"},"$ref":"customers","$db":"other","more":[{"a":""}]},"Watchers":[{"$id":{"$oid":"000000010000000000000001"},"$ref":"customers","x":null},null],"Delivery":{"To":{"$type":"V","$id":{"$oid":"000000010000000000000001"},"$ref":"customers"},"y":1}}""",
            // What no constant calls a reference stays as it is, and so does the key of a document that keeps its own.
            """{"_id":2,"Lines":[{"w":{},"Article":{"$id":"gone","$ref":"articles","z":1}}],"Partner":{"$id":{"$oid":"000000020000000000000007"},"$ref":"customers","q":1},"Gift":{"$id":"p","$ref":"products"},"Extra":{"$id":"p","$ref":"articles","e":1}}""",
            """{"_id":3,"Customer":{"$id":1,"$ref":"suppliers"},"Watchers":[],"Partner":null,"Agents":[{"$id":5,"$ref":"robots"},{"$id":{"$oid":"000000010000000000000001"},"$ref":"customers"}]}""",
        }).Using<string>((left, right) => Sorted(left) == Sorted(right)));
        Assert.That(report.Results.Single().Steps.Single(step => step.Step == "let orders.Delivery.To follow its documents").Documents, Is.EqualTo(1));
    }

    [Test]
    public async Task AndOneToNoDocumentFailsTheRun()
    {
        await Prepare();
        Put("orders", """{"_id":1,"Lines":[{"Payers":[{"$id":1,"$ref":"customers"}]}]}""");

        var exception = await RunFails(module: new LinksModule());

        Assert.That(exception.Message, Does.Contain("let orders.Lines[].Payers follow its documents").And.Contain(".KeepDangling()"));
        Assert.That(Documents("orders"), Is.EqualTo(new[] { """{"_id":1,"Lines":[{"Payers":[{"$id":1,"$ref":"customers"}]}]}""" }));
    }

    [Test]
    public async Task OrStaysWhereTheAuthorKeepsIt()
    {
        After.KeepsDangling = true;
        await Prepare();
        Put("customers", """{"_id":1,"name":"Ada"}""");
        Put("orders", """{"_id":1,"Watchers":[{"$id":9,"$ref":"customers"},{"$id":1,"$ref":"customers"}],"Customer":{"$id":8,"$ref":"customers","x":1}}""");

        var report = await Run(module: new LinksModule());

        Assert.That(Documents("orders"), Is.EqualTo(new[]
        {
            """{"_id":1,"Watchers":[{"$id":9,"$ref":"customers"},{"$id":{"$oid":"000000010000000000000001"},"$ref":"customers"}],"Customer":{"$id":8,"$ref":"customers","x":1}}""",
        }).Using<string>((left, right) => Sorted(left) == Sorted(right)));
        Assert.That(report.Results.Single().Steps.Single(step => step.Step == "let orders.Watchers follow its documents").Kept, Is.EqualTo(1));
    }

    private Task Prepare() => Run(module: new LinksModule(), with: options => options.Target = "20240101");

    private void Put(string table, params string[] documents)
    {
        using var database = OpenWithLiteDb();
        foreach (var document in documents)
            database.GetCollection(table).Insert(JsonSerializer.Deserialize(document).AsDocument);
    }

    private List<string> Documents(string table)
    {
        using var database = OpenWithLiteDb();
        return [.. database.GetCollection(table).FindAll().Select(document => document.ToString())];
    }

    /// <summary>The order of fields says nothing.</summary>
    private static string Sorted(string json) => Sorted(JsonSerializer.Deserialize(json)).ToString();

    private static BsonValue Sorted(BsonValue value) => value switch
    {
        { IsDocument: true } => new BsonDocument(value.AsDocument.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => Sorted(pair.Value))),
        { IsArray: true } => new BsonArray(value.AsArray.Select(Sorted)),
        _ => value,
    };

#pragma warning disable IDE1006 // The names of the fields as the database has them.
    private static class LiveBefore
    {
        public static BsonMapper Mapper()
        {
            var mapper = new BsonMapper();
            mapper.Entity<Order>().DbRef(o => o.Customer, "customers").DbRef(o => o.Watchers, "customers").DbRef(o => o.Partner, "partners").DbRef(o => o.Agents, "customers");
            mapper.Entity<Delivery>().DbRef(d => d.To, "customers");
            mapper.Entity<Line>().DbRef(l => l.Product, "products").DbRef(l => l.Payers, "customers");
            return mapper;
        }

        public sealed class Customer { public int Id { get; set; } public string? name { get; set; } }

        public sealed class Partner { public int Id { get; set; } public string? name { get; set; } }

        public sealed class Product { public string? Id { get; set; } public string? name { get; set; } }

        public sealed class Delivery { public Customer? To { get; set; } }

        public sealed class Line { public Product? Product { get; set; } public List<Customer>? Payers { get; set; } }

        public sealed class Order
        {
            public int Id { get; set; }

            public Customer? Customer { get; set; }

            public List<Customer>? Watchers { get; set; }

            public Delivery? Delivery { get; set; }

            public List<Line>? Lines { get; set; }

            public Partner? Partner { get; set; }

            public Customer[]? Agents { get; set; }
        }
    }

    private static class LiveAfter
    {
        public static BsonMapper Mapper()
        {
            var mapper = new BsonMapper();
            mapper.Entity<Order>().DbRef(o => o.Customer, "customers").DbRef(o => o.Watchers, "customers").DbRef(o => o.Partner, "customers").DbRef(o => o.Agents, "customers");
            mapper.Entity<Delivery>().DbRef(d => d.To, "customers");
            mapper.Entity<Line>().DbRef(l => l.Article, "articles").DbRef(l => l.Payers, "customers");
            return mapper;
        }

        public sealed class Customer { public ObjectId? Id { get; set; } public string? name { get; set; } }

        public sealed class Product { public string? Id { get; set; } public string? name { get; set; } }

        public sealed class Delivery { public Customer? To { get; set; } }

        public sealed class Line { public Product? Article { get; set; } public List<Customer>? Payers { get; set; } }

        public sealed class Order
        {
            public int Id { get; set; }

            public Customer? Customer { get; set; }

            public List<Customer>? Watchers { get; set; }

            public Delivery? Delivery { get; set; }

            public List<Line>? Lines { get; set; }

            public Customer? Partner { get; set; }

            public Customer[]? Agents { get; set; }
        }
    }
#pragma warning restore IDE1006
}
