using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Kept;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

public sealed class MisfitsAreKeptThatTheRunMade : LiteDbTest
{
    [Test]
    public async Task ByALaterMigrationOfTheSameRunAndKeysComeInTheOrderOfTheDatabase()
    {
        await Run(module: new KeptModule(), with: options => options.StepLimit = 1);
        using (var before = OpenWithLiteDb())
            before.GetCollection("items").Insert([Item("b", "x"), Item("C", "x"), Item("a", "5")]);

        var report = await Run(module: new KeptModule());

        using var after = OpenWithLiteDb();
        var items = after.GetCollection("items");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.FindById("a")["value"].RawValue, Is.EqualTo(5));
            Assert.That(items.FindById("b")["value"].RawValue, Is.EqualTo("x"));
            Assert.That(items.FindById("b")["siblings"].AsString, Is.EqualTo("b C"), "by the collation, b comes before C");
            Assert.That(report.Notes, Has.Some.StartsWith("items.value: string instead of int in 2 documents"));
            Assert.That(report.Results[^1].Steps.Single().Kept, Is.EqualTo(2));
        }
    }

    private static BsonDocument Item(string id, string value) => new() { ["_id"] = id, ["value"] = value };
}
