namespace TypedMigrations.StoreContract.Modules.Derived.M20240101_Before;

public sealed record Account(string Id, string? RoleId);

public sealed record Role(string Id, string AccountId);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string?> RoleId = Table.Optional("role_id", a => a.RoleId);
}

public static class RoleTable
{
    public static readonly Table<Role> Table = new("roles");
    public static readonly Field<Role, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Role, string> AccountId = Table.Required("account_id", r => r.AccountId);
}

public sealed class Before : Migration;
