using LiteDB;
using TypedMigrations.LiteDb.Tests.Modules.Joined;
using TypedMigrations.LiteDb.Tests.Opening;

namespace TypedMigrations.LiteDb.Tests.Migrating;

/// <summary>A partition takes some documents into a table under their own keys, a merge the others under new ones.</summary>
public sealed class KeysStayWhereTheyAreFree : LiteDbTest
{
    [Test]
    public async Task AndReferencesFollowBothKinds()
    {
        await Make(("v", "x"), ("w", "y"));

        await Run(module: new JoinedModule());

        using var after = OpenWithLiteDb();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.GetCollection("answers").FindAll().Select(answer => answer["_id"].AsString), Is.EquivalentTo(["x", "y", "need:x"]));
            Assert.That(after.GetCollection("values").FindById("v")["need_id"].AsString, Is.EqualTo("need:x"));
            Assert.That(after.GetCollection("values").FindById("w")["need_id"].AsString, Is.EqualTo("y"));
        }
    }

    [Test]
    public async Task AndAReferenceToNoDocumentIsStillDangling()
    {
        await Make(("v", "gone"));

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Run(module: new JoinedModule()));

        Assert.That(refused!.Code, Is.EqualTo(ErrorCode.DanglingReference));
    }

    private async Task Make(params (string Id, string NeedId)[] values)
    {
        await Run(module: new JoinedModule(), with: options => options.StepLimit = 1);
        using var before = OpenWithLiteDb();
        before.GetCollection("roles").Insert(new BsonDocument { ["_id"] = "x" });
        before.GetCollection("needs").Insert([new BsonDocument { ["_id"] = "x" }, new BsonDocument { ["_id"] = "y" }]);
        before.GetCollection("values").Insert(values.Select(value => new BsonDocument { ["_id"] = value.Id, ["need_id"] = value.NeedId }));
    }
}
