using LiteDB;

namespace TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>What the other tests rely on: that the smallest change of a database is seen.</summary>
public sealed class DatabaseIsNeitherAsBeforeNorAsAfter
{
    private static readonly TestCaseData<Action<LiteDatabase>>[] Changes =
    [
        new(database => Put(database, "account-000000", "email", "person.0@Members.example")) { TestName = "ALetterIsAnother" },
        new(database => Put(database, "account-000006", "created_at", 1_500_000_006L)) { TestName = "AnIntBecameALong" },
        new(database => Put(database, "account-000000", "password", BsonValue.Null)) { TestName = "AMissingFieldBecameNull" },
        new(database => Put(database, "account-000003", "password", "")) { TestName = "ABlankBecameEmpty" },
        new(database => database.GetCollection("Settings").Delete("two")) { TestName = "ADocumentIsGone" },
        new(database => database.GetCollection("permissions").Insert(new BsonDocument { ["_id"] = 1, ["account_id"] = "x" })) { TestName = "ADocumentIsNew" },
        new(database => database.DropCollection("emptied")) { TestName = "AnEmptyCollectionIsGone" },
        new(database => database.GetCollection("accounts").DropIndex("by_shoe")) { TestName = "AnIndexIsGone" },
        new(MakeNotUnique) { TestName = "AnIndexIsNoLongerUnique" },
        new(database => database.UserVersion = 8) { TestName = "APragmaIsAnother" },
    ];

    [TestCaseSource(nameof(Changes))]
    public void IsSeen(Action<LiteDatabase> change)
    {
        using var workplace = new Workplace(Original.Plain);
        Assert.That(workplace.FindState(), Is.EqualTo(State.Before));
        using (var database = new LiteDatabase(workplace.Path))
            change(database);

        Assert.That(workplace.FindState, Throws.TypeOf<AssertionException>().With.Message.StartsWith("The database is neither"));
    }

    private static void Put(LiteDatabase database, string key, string field, BsonValue value)
    {
        var accounts = database.GetCollection("accounts");
        var account = accounts.FindById(key);
        account[field] = value;
        accounts.Update(account);
    }

    private static void MakeNotUnique(LiteDatabase database)
    {
        database.GetCollection("accounts").DropIndex("idx_accounts_email");
        database.GetCollection("accounts").EnsureIndex("idx_accounts_email", "$.email");
    }
}
