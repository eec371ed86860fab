using TypedMigrations;
namespace TM0205.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("TM0205_customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
    public static readonly Field<Customer, string?> Mail = Table.Optional("name", c => c.Mail);
}

public sealed record Customer(string Id, string? Name, string? Mail);
