using TypedMigrations;
namespace TM0202.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("TM0202_customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string?> Name = Table.Optional(nameof(Customer.Name), c => c.Name);
}

public sealed record Customer(string Id, string? Name);
