using TypedMigrations;
namespace TM0208.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("TM0208_customers");
    public static readonly Index<Customer> ById = Table.Index("idx_customers_id", Id);
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
}

public sealed record Customer(string Id, string? Name);
