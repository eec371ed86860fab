using Old = TypedMigrations.StoreContract.Modules.Rekeyed.M20240102_After;

namespace TypedMigrations.StoreContract.Modules.Rekeyed.M20240103_Next;

public sealed record Account(int Id, string Name);

public sealed record Badge(string Id, int AccountId);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, int> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string> Name = Table.Required("name", a => a.Name);
}

public static class BadgeTable
{
    public static readonly Table<Badge> Table = new("badges");
    public static readonly Field<Badge, string> Id = Table.Key(b => b.Id);
    public static readonly Field<Badge, int> AccountId = Table.Required("account_id", b => b.AccountId);
    public static readonly Reference ToAccount = AccountId.References(AccountTable.Id);
}

public sealed class Next : Migration
{
    public override void Up(Steps up)
    {
        up.Drop(Old.AccountTable.ParentId);
        up.Drop(Old.AccountTable.OldId);
        up.Drop(Old.RoleTable.Table);
        up.Drop(Old.GroupTable.Table);
        up.Drop(Old.NoteTable.Table);
        up.Drop(Old.TeamTable.Table);
        up.Drop(Old.PlayerTable.Table);
        up.Drop(Old.CodeTable.Table);
        up.InsertMany(Old.RoleTable.Table, BadgeTable.Table, (role, before) =>
            before.Find(Old.AccountTable.Id, role.AccountId) is { } account ? [new Badge($"{role.Id}:1", account.Id), new Badge($"{role.Id}:2", account.Id)] : []);
    }
}
