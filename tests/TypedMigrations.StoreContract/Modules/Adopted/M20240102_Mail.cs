using Old = TypedMigrations.StoreContract.Modules.Adopted.M20240101_FirstTables;

namespace TypedMigrations.StoreContract.Modules.Adopted.M20240102_Mail;

public sealed record Account(string Id, string Email, int? Size, Home? Home);

public sealed record Home(string? City);

public sealed record Order(string Id);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string> Email = Table.Required("mail", a => a.Email);
    public static readonly Field<Account, int?> Size = Table.Optional("size", a => a.Size);
    public static readonly Field<Account, Home?> Home = Table.Optional("home", a => a.Home);
    public static readonly Field<Account, string?> City = Home.Optional("city", h => h.City);
    public static readonly Index<Account> ByEmail = Table.UniqueIndex("idx_accounts_email", Email);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
}

public sealed class Mail : Migration
{
    public override void Up(Steps up) => up.Rename(Old.AccountTable.Email, AccountTable.Email);
}
