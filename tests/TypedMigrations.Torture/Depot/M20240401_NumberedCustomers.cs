using System.Globalization;
using Old = TypedMigrations.Torture.Depot.M20240301_ClosedOrders;

namespace TypedMigrations.Torture.Depot.M20240401_NumberedCustomers;

public sealed record Customer(int Id, string First, string Last, string Mail, string OldId);

public sealed record Address(string Id, string? City = null);

public sealed record Order(int Id, int CustomerId, long Cents, string State);

public sealed record Tag(string Id, string Name);

public sealed record Region(string Id, string Name);

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, int> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string> First = Table.Required("first", c => c.First);
    public static readonly Field<Customer, string> Last = Table.Required("last", c => c.Last);
    public static readonly Field<Customer, string> Mail = Table.Required("mail", c => c.Mail);
    public static readonly Field<Customer, string> OldId = Table.Required("old_id", c => c.OldId);
    public static readonly Index<Customer> ByMail = Table.UniqueIndex("idx_customers_mail", Mail);
    public static readonly Index<Customer> ByLast = Table.UniqueIndex("idx_customers_last", Last);
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
    public static readonly Field<Order, int> CustomerId = Table.Required("customer_id", o => o.CustomerId);
    public static readonly Field<Order, long> Cents = Table.Required("cents", o => o.Cents);
    public static readonly Field<Order, string> State = Table.Required("state", o => o.State);
    public static readonly Reference ToCustomer = CustomerId.References(CustomerTable.Id);
    public static readonly Index<Order> ByCustomer = Table.Index("idx_orders_customer", CustomerId);
    public static readonly Index<Order> ByCents = Table.Index("idx_orders_cents", Cents);
}

public static class ClosedOrderTable
{
    public static readonly Table<Order> Table = new("closed_orders");
    public static readonly Field<Order, int> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, int> CustomerId = Table.Required("customer_id", o => o.CustomerId);
    public static readonly Field<Order, long> Cents = Table.Required("cents", o => o.Cents);
    public static readonly Field<Order, string> State = Table.Required("state", o => o.State);
    public static readonly Reference ToCustomer = CustomerId.References(CustomerTable.Id);
    public static readonly Index<Order> ByCustomer = Table.Index("idx_closed_orders_customer", CustomerId);
}

public static class TagTable
{
    public static readonly Table<Tag> Table = new("tags");
    public static readonly Field<Tag, string> Id = Table.Key(t => t.Id);
    public static readonly Field<Tag, string> Name = Table.Required("name", t => t.Name);
}

public static class RegionTable
{
    public static readonly Table<Region> Table = new("regions");
    public static readonly Field<Region, string> Id = Table.Key(r => r.Id);
    public static readonly Field<Region, string> Name = Table.Required("name", r => r.Name);
}

public sealed class NumberedCustomers : Migration
{
    public override void Up(Steps up)
    {
        up.Rekey(Old.CustomerTable.Id, CustomerTable.Id, customer => int.Parse(customer.Id.AsSpan(1), CultureInfo.InvariantCulture));
        up.Copy(Old.CustomerTable.Id, CustomerTable.OldId);
        up.MakeUnique(CustomerTable.Last, (last, number) => $"{last} {number}");
        up.Extract(Old.OrderTable.Tags, TagTable.Table, (order, tag, place) => new Tag($"o{order.Id}:{place}", tag));
        up.Extract(Old.ClosedOrderTable.Tags, TagTable.Table, (order, tag, place) => new Tag($"c{order.Id}:{place}", tag));
    }
}
