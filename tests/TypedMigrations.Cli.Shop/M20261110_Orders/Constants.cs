using TypedMigrations;

namespace Shop.M20261110_Orders;

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string> FullName = Table.Required("full_name", c => c.FullName);
    public static readonly Field<Customer, string?> Email = Table.Optional("email", c => c.Email);
    public static readonly Field<Customer, bool> Newsletter = Table.Required("newsletter", c => c.Newsletter);
    public static readonly Index<Customer> ByEmail = Table.Index("idx_customers_email", Email);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, long> Number = Table.Key(o => o.Number);
    public static readonly Field<Order, string> CustomerId = Table.Required("customer_id", o => o.CustomerId);
}

public sealed record Customer(string Id, string FullName, string? Email, bool Newsletter);

public sealed record Order(long Number, string CustomerId);
