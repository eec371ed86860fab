namespace TypedMigrations.Tests.Modules.Failing.M20201006_SeedFileIsWrong;

public sealed record Account(string Id, string Email);

public static class AccountTable
{
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Account, string> Email = Table.Required("email", a => a.Email);
}

public sealed class SeedFileIsWrong : Migration;
