namespace TypedMigrations.LiteDb.Tests.Modules.Links.M20240101_Before;

public sealed record Customer(int Id, string Name);

public sealed record Partner(int Id, string Name);

public sealed record Product(string Id, string Name);

public sealed record Order(int Id, DbRef<int>? Customer, List<DbRef<int>>? Watchers, Delivery? Delivery, List<Line>? Lines, DbRef<int>? Partner, DbRef<string>? Gift, DbRef<int>[]? Agents, List<DbRef<string>>? Extras);

public sealed record Delivery(DbRef<int>? To);

public sealed record Line(DbRef<string>? Product, List<DbRef<int>>? Payers);

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, int> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string> Name = Table.Required("name", c => c.Name);
}

public static class PartnerTable
{
    public static readonly Table<Partner> Table = new("partners");
    public static readonly Field<Partner, int> Id = Table.Key(p => p.Id);
    public static readonly Field<Partner, string> Name = Table.Required("name", p => p.Name);
}

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Product, string> Name = Table.Required("name", p => p.Name);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, int> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, DbRef<int>?> Customer = Table.Optional("Customer", o => o.Customer);
    public static readonly Field<Order, List<DbRef<int>>?> Watchers = Table.Optional("Watchers", o => o.Watchers);
    public static readonly Field<Order, Delivery?> Delivery = Table.Optional("Delivery", o => o.Delivery);
    public static readonly Field<Order, DbRef<int>?> To = Delivery.Optional("To", d => d.To);
    public static readonly Field<Order, List<Line>?> Lines = Table.Optional("Lines", o => o.Lines);
    public static readonly Field<Order, DbRef<string>?> Product = Lines.Each().Optional("Product", l => l.Product);
    public static readonly Field<Order, List<DbRef<int>>?> Payers = Lines.Each().Optional("Payers", l => l.Payers);
    public static readonly Field<Order, DbRef<int>?> Partner = Table.Optional("Partner", o => o.Partner);
    public static readonly Field<Order, DbRef<string>?> Gift = Table.Optional("Gift", o => o.Gift);
    public static readonly Field<Order, DbRef<int>[]?> Agents = Table.Optional("Agents", o => o.Agents);
    public static readonly Field<Order, List<DbRef<string>>?> Extras = Table.Optional("Extras", o => o.Extras);
    public static readonly Reference ToExtras = Extras.References(ProductTable.Id);
    public static readonly Reference ToCustomer = Customer.References(CustomerTable.Id);
    public static readonly Reference ToWatchers = Watchers.References(CustomerTable.Id);
    public static readonly Reference ToReceiver = To.References(CustomerTable.Id);
    public static readonly Reference ToPayers = Payers.References(CustomerTable.Id);
    public static readonly Reference ToProduct = Product.References(ProductTable.Id);
    public static readonly Reference ToPartner = Partner.References(PartnerTable.Id);
    public static readonly Reference ToAgents = Agents.References(CustomerTable.Id);
}

public sealed class Before : Migration;
