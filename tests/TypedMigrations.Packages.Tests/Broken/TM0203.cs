using TypedMigrations;
namespace TM0203.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("TM0203_customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
    public static readonly Field<Customer, int> Length = Table.Required("length", c => c.Id.Length);
}

public sealed record Customer(string Id, string? Name);
