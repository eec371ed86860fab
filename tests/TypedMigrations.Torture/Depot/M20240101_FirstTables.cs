namespace TypedMigrations.Torture.Depot.M20240101_FirstTables;

public sealed record Customer(string Id, string Name, string Mail, string? Town = null);

public sealed record Order(int Id, string CustomerId, double Total, string State, string[]? Tags = null);

public sealed record Region(string Id, string Name);

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string> Name = Table.Required("name", c => c.Name);
    public static readonly Field<Customer, string> Mail = Table.Required("mail", c => c.Mail);
    public static readonly Field<Customer, string?> Town = Table.Optional("town", c => c.Town);
    public static readonly Index<Customer> ByMail = Table.UniqueIndex("idx_customers_mail", Mail);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, int> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> CustomerId = Table.Required("customer_id", o => o.CustomerId);
    public static readonly Field<Order, double> Total = Table.Required("total", o => o.Total);
    public static readonly Field<Order, string> State = Table.Required("state", o => o.State);
    public static readonly Field<Order, string[]?> Tags = Table.Optional("tags", o => o.Tags);
    public static readonly Reference ToCustomer = CustomerId.References(CustomerTable.Id);
    public static readonly Index<Order> ByCustomer = Table.Index("idx_orders_customer", CustomerId);
}

public static class RegionTable
{
    public static readonly Table<Region> Table = new("regions");
    public static readonly Field<Region, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Region, string> Name = Table.Required("name", r => r.Name);
}

public sealed class FirstTables : Migration;

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(RegionTable.Table, Enumerable.Range(1, 20).Select(number => new Region($"r{number}", $"Region {number}")));
}
