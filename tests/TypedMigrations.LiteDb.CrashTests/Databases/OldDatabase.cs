using LiteDB;

namespace TypedMigrations.LiteDb.CrashTests.Databases;

/// <summary>A database as an application of 2020-10-06 left it, made by LiteDB alone: years of use, programs that left values out, and fields that nobody remembers.</summary>
internal static class OldDatabase
{
    private const long FirstDay = 1_601_942_400;

    /// <summary>Makes it.</summary>
    /// <param name="path">The file, which does not exist yet.</param>
    /// <param name="accounts">How many accounts it has. Half of them have a permission.</param>
    /// <param name="password">Its password; null for a plain file.</param>
    /// <param name="leavesLog">Whether the application ended without writing its log into the file.</param>
    public static void Make(string path, int accounts, string? password = null, bool leavesLog = false)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = path, Password = password, Collation = new Collation("en-US/IgnoreCase") });
        if (leavesLog)
            database.CheckpointSize = 0;
        database.UserVersion = 7;
        database.UtcDate = true;
        database.Timeout = TimeSpan.FromSeconds(41);
        database.LimitSize = 4_000_000_000;

        database.GetCollection("accounts").Insert(Enumerable.Range(0, accounts).Select(Account));
        database.GetCollection("accounts").EnsureIndex("idx_accounts_email", "$.email", unique: true);
        database.GetCollection("accounts").EnsureIndex("by_shoe", "$.legacy.shoe.size");
        database.GetCollection("permissions").Insert(Enumerable.Range(0, accounts).Where(HasPermission).Select(Permission));
        database.GetCollection("permissions").EnsureIndex("idx_permissions_account_id", "$.account_id", unique: true);
        database.GetCollection("permissions").EnsureIndex("by_role", "$.role");
        MakeWhatNoModuleOwns(database);
    }

    private static void MakeWhatNoModuleOwns(LiteDatabase database)
    {
        var settings = database.GetCollection("Settings");
        settings.Insert([new BsonDocument { ["_id"] = 1, ["Name"] = "theme", ["Value"] = "" }, new BsonDocument { ["_id"] = "two", ["Name"] = "size", ["Value"] = 1.5 }]);
        settings.EnsureIndex("idx_settings_name", "$.Name", unique: true);
        database.GetCollection("emptied").Insert(new BsonDocument { ["_id"] = 1 });
        database.GetCollection("emptied").Delete(1);
        using var picture = new MemoryStream([.. Enumerable.Range(0, 300_000).Select(number => (byte)(number * 7))]);
        database.FileStorage.Upload("pictures/logo", "logo.png", picture);
    }

    private static BsonDocument Account(int number)
    {
        var account = new BsonDocument { ["_id"] = IdOf(number), ["email"] = $"Person.{number}@Members.example" };
        Put(account, "password", Pick<BsonValue?>(number, null, BsonValue.Null, "", " ", "$2a$10$N9qo8uLOickgx2ZMRZoMye", "  padded  "));
        Put(account, "role_id", RoleIdOf(number));
        Put(account, "user_defined_fields", Pick<BsonValue?>(number / 3, null, BsonValue.Null, new BsonDocument(), new BsonDocument { ["nickname"] = "", ["phone"] = BsonValue.Null }));
        Put(account, "survey", Pick<BsonValue?>(number / 5, null, null, new BsonDocument { ["likes"] = new BsonArray(1, "two", BsonValue.Null) }));
        Put(account, "created_at", Pick<BsonValue?>(number / 2, FirstDay + number, BsonValue.Null, null, 1_500_000_000 + number, 0L, -86_400L));
        Put(account, "updated_at", Pick<BsonValue?>(number / 7, FirstDay + (2 * number), null, BsonValue.Null));
        Put(account, "last_login", Pick<BsonValue?>(number / 11, BsonValue.Null, FirstDay, null));
        Put(account, "disabled", Pick<BsonValue?>(number / 13, null, BsonValue.Null, true, false));
        Put(account, "legacy", Legacy(number));
        Put(account, " odd name ", number % 9 == 0 ? " " : null);
        return account;
    }

    /// <summary>Every type that LiteDB knows, and names that are easily lost.</summary>
    private static BsonValue? Legacy(int number) => Pick<BsonValue?>(
        number / 4,
        null,
        new BsonDocument { ["shoe"] = new BsonDocument { ["size"] = number % 50, ["left"] = new BsonDocument { ["_id"] = "no key", ["worn"] = BsonValue.Null, ["laces"] = "" } } },
        new BsonArray(new BsonDocument { ["deep"] = new BsonArray(new BsonArray(), new BsonDocument(), "", "  ", BsonValue.Null, 1, 1L, 1.0, 1m) }),
        new BsonDocument { ["with.dot"] = 1, ["$dollar"] = true, [" padded "] = " kept ", ["email"] = "nested@example", ["Größe"] = "ẞßſ ma\u00ADria ❤️" },
        new BsonDocument
        {
            ["bytes"] = new byte[] { 0, 255, (byte)number },
            ["guid"] = new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            ["object"] = new ObjectId(number, 1, 2, 3),
            ["when"] = new DateTime(2020, 10, 6, 7, 8, 9, 123, DateTimeKind.Utc).AddMinutes(number),
            ["least"] = BsonValue.MinValue,
            ["most"] = BsonValue.MaxValue,
            ["large"] = long.MaxValue - number,
            ["exact"] = 0.10m,
        },
        BsonValue.Null,
        "");

    private static BsonDocument Permission(int number)
    {
        var permission = new BsonDocument { ["_id"] = PermissionIdOf(number), ["account_id"] = IdOf(number) };
        Put(permission, "role", Pick<BsonValue?>(number / 2, 0, 1, 2, 3, 4, null, BsonValue.Null));
        Put(permission, "project_id", Pick<BsonValue?>(number / 20, null, "", "project-1", BsonValue.Null));
        Put(permission, "org_id", Pick<BsonValue?>(number / 30, "org-1", null, "  "));
        Put(permission, "created_at", Pick<BsonValue?>(number / 10, FirstDay + number, BsonValue.Null, null, 1_500_000_000));
        Put(permission, "updated_at", Pick<BsonValue?>(number / 40, null, FirstDay));
        Put(permission, "granted", number % 4 == 0 ? new BsonDocument { ["by"] = new BsonDocument { ["name"] = "", ["why"] = BsonValue.Null } } : null);
        return permission;
    }

    private static bool HasPermission(int number) => number % 2 == 0;

    /// <summary>Of ten accounts two name their own permission, two another's, one a permission that is gone, and five none.</summary>
    private static BsonValue? RoleIdOf(int number) => (number % 10) switch
    {
        0 or 2 => PermissionIdOf(number),
        1 or 8 => PermissionIdOf(number / 10 * 10),
        3 => "",
        4 or 5 => null,
        6 or 7 => BsonValue.Null,
        _ => $"gone-{number}",
    };

    private static string IdOf(int number) => $"account-{number:D6}";

    private static string PermissionIdOf(int number) => $"permission-{number:D6}";

    private static T Pick<T>(int number, params ReadOnlySpan<T> items) => items[number % items.Length];

    private static void Put(BsonDocument document, string name, BsonValue? value)
    {
        if (value is not null)
            document[name] = value;
    }
}
