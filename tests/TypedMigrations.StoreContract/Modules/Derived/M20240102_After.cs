using Old = TypedMigrations.StoreContract.Modules.Derived.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Derived.M20240102_After;

public sealed record Account(string Id, string? Origin);

public sealed record Role(string Id, string Owner);

public sealed record Visit(string Id, string AccountId);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string?> Origin = Table.Optional("origin", a => a.Origin);
}

public static class RoleTable
{
    public static readonly Table<Role> Table = new("roles");
    public static readonly Field<Role, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Role, string> Owner = Table.Required("owner", r => r.Owner);
}

public static class VisitTable
{
    public static readonly Table<Visit> Table = new("visits");
    public static readonly Field<Visit, string> Id = Table.Key(v => v.Id);
    public static readonly Field<Visit, string> AccountId = Table.Required("account_id", v => v.AccountId);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Drop(Old.AccountTable.RoleId),
        () => up.Rename(Old.RoleTable.AccountId, RoleTable.Owner),
        () => up.Insert(Old.AccountTable.Table, RoleTable.Table, (account, before) =>
            before.Find(Old.RoleTable.AccountId, account.Id) is null ? new Role(account.Id + ":guest", account.Id) : null),
        () => up.Insert(Old.RoleTable.Table, AccountTable.Table, (role, before) =>
            before.Find(Old.AccountTable.Id, role.AccountId) is null ? new Account(role.AccountId, "role " + role.Id) : null),
        () => up.Insert(Old.AccountTable.Table, VisitTable.Table, (account, _) => new Visit("visit of " + account.Id, account.Id)));
}
