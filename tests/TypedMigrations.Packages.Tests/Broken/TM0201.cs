using TypedMigrations;
namespace TM0201.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("TM0201_customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
}

public sealed record Customer(string Id, string? Name);
