using Old = TypedMigrations.Torture.Depot.M20240201_NamesAndCents;

namespace TypedMigrations.Torture.Depot.M20240301_ClosedOrders;

public sealed record Customer(string Id, string First, string Last, string Mail);

public sealed record Address(string Id, string? City = null);

public sealed record Order(int Id, string CustomerId, long Cents, string State, string[]? Tags = null);

public sealed record Region(string Id, string Name);

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string> First = Table.Required("first", c => c.First);
    public static readonly Field<Customer, string> Last = Table.Required("last", c => c.Last);
    public static readonly Field<Customer, string> Mail = Table.Required("mail", c => c.Mail);
    public static readonly Index<Customer> ByMail = Table.UniqueIndex("idx_customers_mail", Mail);
}

public static class AddressTable
{
    public static readonly Table<Address> Table = new("addresses");
    public static readonly Field<Address, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Address, string?> City = Table.Optional("city", a => a.City);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, int> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> CustomerId = Table.Required("customer_id", o => o.CustomerId);
    public static readonly Field<Order, long> Cents = Table.Required("cents", o => o.Cents);
    public static readonly Field<Order, string> State = Table.Required("state", o => o.State);
    public static readonly Field<Order, string[]?> Tags = Table.Optional("tags", o => o.Tags);
    public static readonly Reference ToCustomer = CustomerId.References(CustomerTable.Id);
    public static readonly Index<Order> ByCustomer = Table.Index("idx_orders_customer", CustomerId);
    public static readonly Index<Order> ByCents = Table.Index("idx_orders_cents", Cents);
}

public static class ClosedOrderTable
{
    public static readonly Table<Order> Table = new("closed_orders");
    public static readonly Field<Order, int> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> CustomerId = Table.Required("customer_id", o => o.CustomerId);
    public static readonly Field<Order, long> Cents = Table.Required("cents", o => o.Cents);
    public static readonly Field<Order, string> State = Table.Required("state", o => o.State);
    public static readonly Field<Order, string[]?> Tags = Table.Optional("tags", o => o.Tags);
    public static readonly Reference ToCustomer = CustomerId.References(CustomerTable.Id);
    public static readonly Index<Order> ByCustomer = Table.Index("idx_closed_orders_customer", CustomerId);
}

public static class RegionTable
{
    public static readonly Table<Region> Table = new("regions");
    public static readonly Field<Region, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Region, string> Name = Table.Required("name", r => r.Name);
}

public sealed class ClosedOrders : Migration
{
    public override void Up(Steps up)
    {
        up.Split(Old.CustomerTable.Table, AddressTable.Table);
        up.Partition(Old.OrderTable.Table, ClosedOrderTable.Table, order => order.State == "closed");
    }
}
