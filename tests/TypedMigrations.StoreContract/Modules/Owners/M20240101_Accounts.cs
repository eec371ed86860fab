namespace TypedMigrations.StoreContract.Modules.Owners.M20240101_Accounts;

public sealed record Account(string Id, string Name);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("owner_accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string> Name = Table.Required("name", a => a.Name);
}

public sealed class Accounts : Migration;
