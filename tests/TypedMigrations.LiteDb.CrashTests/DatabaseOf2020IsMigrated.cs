using LiteDB;
using TypedMigrations.LiteDb.CrashTests.Databases;

namespace TypedMigrations.LiteDb.CrashTests;

/// <summary>A database that LiteDB alone made, undisturbed from its adoption to the newest migration, and then used by LiteDB alone.</summary>
public sealed class DatabaseOf2020IsMigrated
{
    [Test, CancelAfter(300_000)]
    public async Task HoldsWhatTheHistoryDemandsAndKeepsItUnique(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await workplace.FinishAsync(timeout);

        using var database = new LiteDatabase(workplace.Path);
        var accounts = database.GetCollection("accounts");
        accounts.Insert(Account("new-1", "avatar-1"));
        Assert.That(() => accounts.Insert(Account("new-2", "avatar-1")), Throws.TypeOf<LiteException>(), "Two accounts have no one avatar.");
        accounts.Insert([Account("new-3", avatar: null), Account("new-4", avatar: null)]);
        Assert.That(() => database.GetCollection("orgs").Insert(new BsonDocument { ["_id"] = "new", ["name"] = "Open Workshop" }), Throws.TypeOf<LiteException>());
        Assert.That(() => accounts.Insert(new BsonDocument { ["_id"] = "new-5", ["email"] = "Person.0@Members.example" }), Throws.TypeOf<LiteException>());
        database.GetCollection("roles").Insert([new BsonDocument { ["_id"] = 1, ["account_id"] = "new-1" }, new BsonDocument { ["_id"] = 2, ["account_id"] = "new-1" }]);
    }

    private static BsonDocument Account(string id, string? avatar)
    {
        var account = new BsonDocument { ["_id"] = id, ["email"] = $"{id}@Members.example", ["verified"] = false };
        if (avatar is not null)
            account["avatar_resource_id"] = avatar;
        return account;
    }
}
