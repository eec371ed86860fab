using LiteDB;
using TypedMigrations.LiteDb.Documents;
using TypedMigrations.LiteDb.Tests.Opening;
using TypedMigrations.Schemas;

namespace TypedMigrations.LiteDb.Tests.Documents;

public sealed class IndexIsOnAnExpression : LiteDbTest
{
    [TestCase("name", "$.name")]
    [TestCase("home.city", "$.home.city")]
    [TestCase("phones[].number", "$.phones[*].number")]
    [TestCase("tags[]", "$.tags[*]")]
    [TestCase("_id", "$._id")]
    [TestCase("Größe", "$.[\"Größe\"]")]
    [TestCase("two words", "$.[\"two words\"]")]
    [TestCase("1st", "$.[\"1st\"]")]
    [TestCase("a-b", "$.[\"a-b\"]")]
    public void OfTheDeclaredField(string path, string expression) => Assert.That(IndexExpression.OfPath(path), Is.EqualTo(expression));

    [TestCase("name"), TestCase("Größe"), TestCase("two words"), TestCase("1st"), TestCase("a-b"), TestCase("quo\"te"), TestCase("back\\slash"), TestCase("it's"), TestCase("$dollar")]
    [TestCase("null"), TestCase("true"), TestCase("and"), TestCase("like"), TestCase("select"), TestCase("_under"), TestCase("日本"), TestCase("@p"), TestCase("*")]
    public void AndFindsWhatHasTheValue(string field)
    {
        using var database = OpenWithLiteDb();
        var collection = database.GetCollection("items");
        collection.Insert([new BsonDocument { ["_id"] = 1, [field] = "a" }, new BsonDocument { ["_id"] = 2, [field] = "b" }, new BsonDocument { ["_id"] = 3 }]);

        foreach (var index in IndexExpression.Of(new IndexSchema("idx", field, IndexKind.UniqueWherePresent)))
            collection.EnsureIndex(index.Name, BsonExpression.Create(index.Expression), index.IsUnique);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(collection.Find(BsonExpression.Create($"{IndexExpression.OfPath(field)} = 'b'")).Select(document => document["_id"].AsInt32), Is.EqualTo(new[] { 2 }));
            Assert.Throws<LiteException>(() => collection.Insert(new BsonDocument { ["_id"] = 4, [field] = "b" }));
            Assert.DoesNotThrow(() => collection.Insert(new BsonDocument { ["_id"] = 5 }));
        }
    }

    [Test]
    public void UnderANameThatLiteDbAllows()
    {
        var longest = new string('i', 32);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(IndexExpression.LookupName("idx_a"), Is.EqualTo("idx_a_lookup"));
            Assert.That(IndexExpression.LookupName(longest), Has.Length.LessThanOrEqualTo(32));
            Assert.That(IndexExpression.LookupName(longest), Is.Not.EqualTo(IndexExpression.LookupName(longest[..31] + "j")));
        }
    }
}
