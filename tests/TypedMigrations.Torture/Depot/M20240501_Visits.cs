using Old = TypedMigrations.Torture.Depot.M20240401_NumberedCustomers;

namespace TypedMigrations.Torture.Depot.M20240501_Visits;

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

public sealed record Visit(string Id, int CustomerId, string? Badge = null);

public static class VisitTable
{
    public static readonly Table<Visit> Table = new("visits");
    public static readonly Field<Visit, string> Id = Table.Key(v => v.Id);
    public static readonly Field<Visit, int> CustomerId = Table.Required("customer_id", v => v.CustomerId);
    public static readonly Field<Visit, string?> Badge = Table.Optional("badge", v => v.Badge);
    public static readonly Index<Visit> ByBadge = Table.UniqueIndexWherePresent("idx_visits_badge", Badge);
}

public sealed class Visits : Migration
{
    public override void Up(Steps up) => up.InsertMany(
        Old.CustomerTable.Table,
        VisitTable.Table,
        (customer, before) => before.Find(Old.OrderTable.CustomerId, customer.Id) is { } order ? [new Visit($"v{customer.Id}", customer.Id, $"b{order.Id}"), new Visit($"w{customer.Id}", customer.Id)] : []);

    public override void Down(Steps down) => down.Drop(VisitTable.Table);
}

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(RegionTable.Table, Enumerable.Range(21, 10).Select(number => new Region($"r{number}", $"Region {number}")));
}
