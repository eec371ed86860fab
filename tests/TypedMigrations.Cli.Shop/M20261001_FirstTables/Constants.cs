using TypedMigrations;

namespace Shop.M20261001_FirstTables;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string> Name = Table.Required("name", c => c.Name);
    public static readonly Field<Customer, string?> Email = Table.Optional("email", c => c.Email);
    public static readonly Field<Customer, string?> Fax = Table.Optional("fax", c => c.Fax);
}

public sealed record Customer(string Id, string Name, string? Email = null, string? Fax = null);
