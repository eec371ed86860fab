using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Customers;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Tests.Verifying;

public sealed class DatabaseIsNotAsDeclared : RealSchemaTest
{
    [SetUp]
    public Task Migrate() => Run(module: new CustomersModule());

    private static BsonDocument Customer(string id, Action<BsonDocument>? with = null)
    {
        var customer = new BsonDocument { ["_id"] = id, ["name"] = "A", ["phones"] = new BsonArray(), ["scores"] = new BsonDocument() };
        with?.Invoke(customer);
        return customer;
    }

    private Task<SchemaReport> Read() => Read("", new CustomersModule());

    [Test]
    public async Task AndBothTextsLieSideBySide()
    {
        Put("customers", Customer("a", customer =>
        {
            (customer["age"], customer["mail"], customer["anything"]) = (1, "m", 1);
            (customer["home"], customer["tags"]) = (new BsonDocument { ["city"] = "U" }, ArrayOf("t"));
            (customer["phones"], customer["scores"]) = (ArrayOf(new BsonDocument { ["number"] = "1", ["kind"] = "k" }), new BsonDocument { ["chess"] = 1 });
        }));
        Put("customers", Customer("b", customer => customer["phones"] = ArrayOf(new BsonDocument { ["number"] = "2" })));

        var report = await Read();
        var real = new RealSchema(report.Real.Tables.Where(table => table is { Kind: RealTableKind.Documents, Name: "customers" })).ToText(withCounts: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(real, Is.EqualTo(Lines("""
                table customers
                  key string
                  field age int optional
                  field anything int optional
                  field home record optional
                    field city string
                  field mail string optional
                  field name string
                  field phones list of record
                    field kind string optional
                    field number string
                  field scores map of int
                  field tags list of string optional
                  unique index idx_mail on mail where present
                  index idx_name on name
                  index idx_number on phones[].number
                """)));
            Assert.That(report.Declared.ToString(), Does.StartWith(real.Replace("anything int", "anything untyped", StringComparison.Ordinal)));
            Assert.That(report.Difference.IsEmpty, Is.True, report.Difference.ToString());
            Assert.That(report.Migrations.Select(id => id.Text), Is.EqualTo(new[] { "20240101_Customers" }));
        }
    }

    [Test]
    public async Task AndEachDeviationIsTold()
    {
        Put("customers",
            Customer("a", customer => customer["age"] = "old"), Customer("b", customer => customer["age"] = "old"), Customer("c", customer => customer["age"] = 1.5), Customer("d", customer => customer["age"] = "old"),
            Customer("e", customer => customer["age"] = "old"), Customer("f", customer => customer.Remove("name")), Customer("g", customer => customer["name"] = BsonValue.Null),
            Customer("h", customer => customer["home"] = new BsonDocument { ["city"] = 1, ["zip"] = "1" }), Customer("i", customer => customer["home"] = new BsonDocument()),
            Customer("j", customer => customer["phones"] = ArrayOf(new BsonDocument(), new BsonDocument { ["number"] = BsonValue.Null }, new BsonDocument { ["number"] = "1", ["zone"] = 1 })),
            Customer("k", customer => customer["phones"] = ArrayOf("none")), Customer("l", customer => customer["scores"] = new BsonDocument { ["chess"] = "won" }), Customer("m", customer => customer["tags"] = ArrayOf(1)),
            Customer("n", customer => (customer["note"], customer["Mail"]) = (ArrayOf(1, "x"), "m")));
        PutNumbered("others", new BsonDocument(), new BsonDocument());
        using (var database = OpenWithLiteDb())
        {
            var customers = database.GetCollection("customers");
            database.DropCollection("orders");
            customers.DropIndex("idx_name");
            customers.DropIndex("idx_number");
            customers.EnsureIndex("idx_name", "LOWER($.name)", unique: false);
            customers.EnsureIndex("idx_tags", "$.tags[*]");
        }

        var report = await Read();

        Assert.That(report.Difference.ToString(), Is.EqualTo(Lines("""
            misfits
              customers.age: string instead of int in 4 documents, such as _id "a", _id "b", _id "d"
              customers.age: double instead of int in 1 document, such as _id "c"
              customers.home.city: int instead of string in 1 document, such as _id "h"
              customers.phones: array instead of list of record in 1 document, such as _id "k"
              customers.scores: document instead of map of int in 1 document, such as _id "l"
              customers.tags: array instead of list of string in 1 document, such as _id "m"
              customers: index idx_name on LOWER($.name) is there in place of index idx_name on name
              customers: index idx_number on phones[].number is missing
              table orders is missing
            odd, but kept
              customers.home.city: missing or null, though required, in 1 document, such as _id "i"
              customers.name: missing or null, though required, in 2 documents, such as _id "f", _id "g"
              customers.phones[].number: missing or null, though required, in 1 document, such as _id "j"
              customers.mail is spelled Mail
            undeclared
              customers.home.zip: string in 1 document
              customers.note: list of (int or string) in 1 document
              customers.phones[].zone: int in 1 document
              customers: index idx_tags on tags[]
              table others: 2 documents
            """)));
    }

    [Test]
    public async Task AndADeviationIsDataToo()
    {
        Put("customers", Customer("a", customer => customer["age"] = "old"));

        var deviation = (await Read()).Difference.Deviations.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((deviation.Kind, deviation.Severity), Is.EqualTo((DeviationKind.WrongType, DeviationSeverity.Misfit)));
            Assert.That((deviation.Table, deviation.Name, deviation.Documents), Is.EqualTo(("customers", "age", 1L)));
            Assert.That(deviation.Keys, Is.EqualTo(new[] { "_id \"a\"" }));
        }
    }

    [Test]
    public async Task AndNoValueIsShown()
    {
        Put("customers", Customer("a", customer => (customer["age"], customer["secret"]) = ("secret-value", "secret-value")));

        Assert.That((await Read()).ToString(), Does.Not.Contain("secret-value"));
    }

    [Test]
    public async Task AndAModuleThatIsNotRegisteredLeavesItsTablesUndeclared()
    {
        var report = await Read("", new StoreContract.Modules.Adopted.AdoptedModule());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { ErrorCode.MissingInCode }));
            Assert.That(report.Declared.Tables, Is.Empty);
            Assert.That(report.Difference.Deviations.Select(deviation => deviation.ToString()), Is.EqualTo(new[] { "table customers: 0 documents", "table orders: 0 documents" }));
        }
    }
}
