using TypedMigrations;

namespace TM0204.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
}

public sealed record Customer(string Id, string Name);
