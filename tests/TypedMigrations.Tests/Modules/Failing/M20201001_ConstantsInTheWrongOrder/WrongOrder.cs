namespace TypedMigrations.Tests.Modules.Failing.M20201001_ConstantsInTheWrongOrder;

public sealed record Account(string Id, string Email);

public static class AccountTable
{
    // Above its table: this is the fault, which the build would find.
#pragma warning disable TM0208
    public static readonly Field<Account, string> Email = Declared(Table).Required("email", a => a.Email);
#pragma warning restore TM0208
    public static readonly Table<Account> Table = new("accounts");
    public static readonly Field<Account, string> Id = Table.Key(a => a.Id);

    private static Table<Account> Declared(Table<Account>? table) => table ?? throw new InvalidOperationException("The table is null.");
}

public sealed class WrongOrder : Migration;
