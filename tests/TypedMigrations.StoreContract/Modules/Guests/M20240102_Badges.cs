using Owner = TypedMigrations.StoreContract.Modules.Owners.M20240101_Accounts;

namespace TypedMigrations.StoreContract.Modules.Guests.M20240102_Badges;

public sealed record Badge(string Id, string AccountId);

public static class BadgeTable
{
    public static readonly Table<Badge> Table = new("badges");
    public static readonly Field<Badge, string> Id = Table.Key(b => b.Id);
    public static readonly Field<Badge, string> AccountId = Table.Required("account_id", b => b.AccountId);
    public static readonly Reference ToAccount = AccountId.References(Owner.AccountTable.Id);
}

[DependsOn<Owner.Accounts>]
public sealed class Badges : Migration;
