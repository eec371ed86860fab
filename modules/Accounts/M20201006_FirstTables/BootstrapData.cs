using TypedMigrations;

namespace Accounts.M20201006_FirstTables;

/// <summary>One account for each kind of role.</summary>
/// <remarks>They come without a password: nobody can sign in as one of them before its owner has set one.</remarks>
public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds)
    {
        var all = seeds.Json<AccountWithPermission>("bootstrap-data.json");
        seeds.Insert(AccountTable.Table, all.Select(one => one.Account));
        seeds.Insert(PermissionTable.Table, all.Select(one => one.Permission));
    }

    private sealed record AccountWithPermission(Account Account, Permission Permission);
}
