using TypedMigrations;
namespace TM0207.M20260101_First;

public sealed class First : Migration;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("TM0207_customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string?> Name = Table.Optional("name", c => c.Name);
    public static readonly Index<Customer> ByName = Table.Index("idx_customers_by_the_name_that_they_gave", Name);
}

public sealed record Customer(string Id, string? Name);
