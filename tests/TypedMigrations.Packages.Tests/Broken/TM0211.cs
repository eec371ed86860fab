using TypedMigrations;
namespace TM0211.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("TM0211_customers");
    public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
}

public sealed record Customer(string? Name);
