using Old = TypedMigrations.StoreContract.Modules.Owners.M20240101_Accounts;

namespace TypedMigrations.StoreContract.Modules.Owners.M20240104_Keys;

public sealed record Account(int Id, string Name, string? OldId);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("owner_accounts");
    public static readonly Field<Account, int> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string> Name = Table.Required("name", a => a.Name);
    public static readonly Field<Account, string?> OldId = Table.Optional("old_id", a => a.OldId);
}

public sealed class Keys : Migration
{
    public override void Up(Steps up)
    {
        up.Rekey(Old.AccountTable.Id, AccountTable.Id, old => old.Name.Length);
        up.Copy(Old.AccountTable.Id, AccountTable.OldId);
    }
}
