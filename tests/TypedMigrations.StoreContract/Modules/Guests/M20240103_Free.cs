namespace TypedMigrations.StoreContract.Modules.Guests.M20240103_Free;

public sealed record Badge(string Id, string AccountId);

public static class BadgeTable
{
    public static readonly Table<Badge> Table = new("badges");
    public static readonly Field<Badge, string> Id = Table.Key(b => b.Id);
    public static readonly Field<Badge, string> AccountId = Table.Required("account_id", b => b.AccountId);
}

public sealed class Free : Migration;
