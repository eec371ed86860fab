using Old = TypedMigrations.StoreContract.Modules.Guests.M20240103_Free;
using Owner = TypedMigrations.StoreContract.Modules.Owners.M20240104_Keys;

namespace TypedMigrations.StoreContract.Modules.Guests.M20240105_NewKeys;

public sealed record Badge(string Id, int AccountId);

public static class BadgeTable
{
    public static readonly Table<Badge> Table = new("badges");
    public static readonly Field<Badge, string> Id = Table.Key(b => b.Id);
    public static readonly Field<Badge, int> AccountId = Table.Required("account_id", b => b.AccountId);
    public static readonly Reference ToAccount = AccountId.References(Owner.AccountTable.Id);
}

[DependsOn<Owner.Keys>]
public sealed class NewKeys : Migration
{
    public override void Up(Steps up)
    {
        up.Drop(Old.BadgeTable.AccountId);
        up.Fill(BadgeTable.AccountId, Old.BadgeTable.Table, (badge, before) => before.Find(Owner.AccountTable.OldId, badge.AccountId)!.Id);
    }
}
