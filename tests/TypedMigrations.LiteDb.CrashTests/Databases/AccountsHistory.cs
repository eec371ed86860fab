using LiteDB;

namespace TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>What the module's history, read as prose, makes of a database of 2020-10-06. Nothing of the library is used.</summary>
internal static class AccountsHistory
{
    public static readonly IReadOnlyList<string> Migrations =
    [
        "20201006_FirstTables", "20201022_PermissionsBecomeRoles", "20201024_OrganizationsAndProjects", "20201026_VerifiedAccounts",
        "20201027_ManyRoles", "20201107_AvatarsAndLogosBecomeResources", "20201111_TimesInNanoseconds", "20210120_LoginAttempts",
    ];

    private static readonly string[] RoleNames = ["invalid", "guest", "user", "admin", "superadmin"];
    private static readonly string[] AccountTimes = ["created_at", "updated_at", "last_login"];
    private static readonly string[] RoleTimes = ["created_at", "updated_at"];

    /// <summary>The journal of a database that was adopted at the first migration.</summary>
    public static IReadOnlyList<string> JournalOfAdopted => [.. Migrations.Select((id, number) => (number == 0 ? "Adopted " : "Applied ") + id).Order(StringComparer.Ordinal)];

    /// <summary>The journal of a database that the library made.</summary>
    public static IReadOnlyList<string> JournalOfNew => [.. Migrations.Select(id => "Applied " + id)];

    /// <summary>The state of 2021-01-20.</summary>
    public static DatabaseFacts After(DatabaseFacts old)
    {
        var after = new DatabaseFacts();
        var accounts = old.Collections["accounts"];
        var permissions = old.Collections["permissions"];
        after.Collections["accounts"] = accounts.Values.Select(Account).ToDictionary(DatabaseFacts.KeyOf);
        after.Collections["roles"] = Roles(accounts, permissions).ToDictionary(DatabaseFacts.KeyOf);
        after.Collections["orgs"] = Orgs().ToDictionary(DatabaseFacts.KeyOf);
        after.Collections["projects"] = Projects().ToDictionary(DatabaseFacts.KeyOf);
        after.Collections["login_attempts"] = [];
        foreach (var (name, documents) in old.Collections.Where(item => item.Key is not ("accounts" or "permissions")))
            after.Collections[name] = documents;

        after.Indexes.UnionWith(old.Indexes.Where(index => !index.StartsWith("permissions: ", StringComparison.Ordinal)));
        after.Indexes.UnionWith(NewIndexes);
        foreach (var (name, value) in old.Pragmas)
            after.Pragmas[name] = value;
        return after;
    }

    // Where values are unique among the documents that have one, the declared name is on an expression, and a second index serves lookups.
    private static IEnumerable<string> NewIndexes =>
    [
        "roles: by_role on $.role",
        "roles: idx_roles_account_id on $.account_id",
        "accounts: unique idx_accounts_avatar_resource_id on IIF($.avatar_resource_id=null OR $.avatar_resource_id=\"\",{m:$._id},$.avatar_resource_id)",
        "orgs: unique idx_orgs_name on IIF($.name=null OR $.name=\"\",{m:$._id},$.name)",
        "orgs: unique idx_orgs_logo_resource_id on IIF($.logo_resource_id=null OR $.logo_resource_id=\"\",{m:$._id},$.logo_resource_id)",
        "projects: unique idx_projects_name on IIF($.name=null OR $.name=\"\",{m:$._id},$.name)",
        "projects: unique idx_projects_logo_resource_id on IIF($.logo_resource_id=null OR $.logo_resource_id=\"\",{m:$._id},$.logo_resource_id)",
        "accounts: (lookup) on $.avatar_resource_id",
        "orgs: (lookup) on $.name",
        "orgs: (lookup) on $.logo_resource_id",
        "projects: (lookup) on $.name",
        "projects: (lookup) on $.logo_resource_id",
    ];

    private static BsonDocument Account(BsonDocument old)
    {
        var account = Copy(old);
        account.Remove("role_id");
        account.Remove("user_defined_fields");
        account.Remove("survey");
        account["verified"] = false;
        return InNanoseconds(account, AccountTimes);
    }

    private static IEnumerable<BsonDocument> Roles(Dictionary<string, BsonDocument> accounts, Dictionary<string, BsonDocument> permissions)
    {
        foreach (var permission in permissions.Values)
            yield return InNanoseconds(Copy(permission), RoleTimes);

        var owners = permissions.Values.Select(permission => permission["account_id"].AsString).ToHashSet();
        foreach (var account in accounts.Values)
        {
            var named = account.TryGetValue("role_id", out var roleId) && permissions.TryGetValue(BsonText.Of(roleId), out var found) ? found : null;
            if (named is not null && named["account_id"] != account["_id"])
                yield return InNanoseconds(LikeOf(named, account), RoleTimes);
            else if (named is null && !owners.Contains(account["_id"].AsString))
                yield return InNanoseconds(Guest(account), RoleTimes);
        }
    }

    /// <summary>The role that an account named is another's: it gets its like.</summary>
    private static BsonDocument LikeOf(BsonDocument named, BsonDocument account)
    {
        var kind = named["role"];
        var role = new BsonDocument { ["_id"] = $"{account["_id"].AsString}:{(kind.IsNull ? "role" : RoleNames[kind.AsInt32])}", ["account_id"] = account["_id"] };
        PutUnlessNull(role, named, "role", "project_id", "org_id", "created_at", "updated_at");
        return role;
    }

    private static BsonDocument Guest(BsonDocument account)
    {
        var role = new BsonDocument { ["_id"] = $"{account["_id"].AsString}:guest", ["account_id"] = account["_id"], ["role"] = 1 };
        PutUnlessNull(role, account, "created_at", "updated_at");
        return role;
    }

    private static IEnumerable<BsonDocument> Orgs() =>
    [
        Org("community", "Community Garden"),
        Org("workshop", "Open Workshop"),
        Org("library", "Neighborhood Library"),
    ];

    private static IEnumerable<BsonDocument> Projects() =>
    [
        Project("community", "Shared Beds", "Community Garden"),
        Project("workshop", "Repair Evenings", "Open Workshop"),
        Project("library", "Reading Hours", "Neighborhood Library"),
    ];

    private static BsonDocument Org(string id, string name) =>
        new() { ["_id"] = $"bootstrap-org-{id}", ["name"] = name, ["contact"] = $"{id}@orgs.example", ["created_at"] = 1_603_497_600_000_000_000 };

    private static BsonDocument Project(string id, string name, string org) =>
        new() { ["_id"] = $"bootstrap-project-{id}", ["name"] = name, ["created_at"] = 1_603_497_600_000_000_000, ["org_id"] = $"bootstrap-org-{id}", ["org_name"] = org };

    private static BsonDocument InNanoseconds(BsonDocument document, string[] fields)
    {
        foreach (var field in fields.Where(field => document.TryGetValue(field, out var seconds) && !seconds.IsNull))
            document[field] = document[field].AsInt64 * 1_000_000_000;
        return document;
    }

    private static void PutUnlessNull(BsonDocument target, BsonDocument source, params string[] fields)
    {
        foreach (var field in fields.Where(field => !source[field].IsNull))
            target[field] = source[field];
    }

    // Flat: what is nested is never changed here.
    private static BsonDocument Copy(BsonDocument document) => new(document.ToDictionary(field => field.Key, field => field.Value));
}
