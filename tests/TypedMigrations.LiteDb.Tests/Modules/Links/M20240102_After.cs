using LiteDB;
using Old = TypedMigrations.LiteDb.Tests.Modules.Links.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Links.M20240102_After;

public sealed record Customer(ObjectId Id, string Name);

public sealed record Product(string Id, string Name);

public sealed record Order(int Id, DbRef<ObjectId>? Customer, List<DbRef<ObjectId>>? Watchers, Delivery? Delivery, List<Line>? Lines, DbRef<ObjectId>? Partner, DbRef<string>? Gift, DbRef<ObjectId>[]? Agents, DbRef<string>? Extra);

public sealed record Delivery(DbRef<ObjectId>? To);

public sealed record Line(DbRef<string>? Article, List<DbRef<ObjectId>>? Payers);

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, ObjectId> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string> Name = Table.Required("name", c => c.Name);
}

public static class ProductTable
{
    public static readonly Table<Product> Table = new("articles");
    public static readonly Field<Product, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Product, string> Name = Table.Required("name", p => p.Name);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, int> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, DbRef<ObjectId>?> Customer = Table.Optional("Customer", o => o.Customer);
    public static readonly Field<Order, List<DbRef<ObjectId>>?> Watchers = Table.Optional("Watchers", o => o.Watchers);
    public static readonly Field<Order, Delivery?> Delivery = Table.Optional("Delivery", o => o.Delivery);
    public static readonly Field<Order, DbRef<ObjectId>?> To = Delivery.Optional("To", d => d.To);
    public static readonly Field<Order, List<Line>?> Lines = Table.Optional("Lines", o => o.Lines);
    public static readonly Field<Order, DbRef<string>?> Article = Lines.Each().Optional("Article", l => l.Article);
    public static readonly Field<Order, List<DbRef<ObjectId>>?> Payers = Lines.Each().Optional("Payers", l => l.Payers);
    public static readonly Field<Order, DbRef<ObjectId>?> Partner = Table.Optional("Partner", o => o.Partner);
    public static readonly Field<Order, DbRef<string>?> Gift = Table.Optional("Gift", o => o.Gift);
    public static readonly Field<Order, DbRef<ObjectId>[]?> Agents = Table.Optional("Agents", o => o.Agents);
    public static readonly Field<Order, DbRef<string>?> Extra = Table.Optional("Extra", o => o.Extra);
    public static readonly Reference ToExtra = Extra.References(ProductTable.Id);
    public static readonly Reference ToCustomer = Customer.References(CustomerTable.Id);
    public static readonly Reference ToWatchers = Watchers.References(CustomerTable.Id);
    public static readonly Reference ToReceiver = To.References(CustomerTable.Id);
    public static readonly Reference ToPayers = Payers.References(CustomerTable.Id);
    public static readonly Reference ToArticle = Article.References(ProductTable.Id);
    public static readonly Reference ToPartner = Partner.References(CustomerTable.Id);
    public static readonly Reference ToAgents = Agents.References(CustomerTable.Id);
}

public sealed class After : Migration
{
    public static bool KeepsDangling { get; set; }

    public static ObjectId KeyOf(int group, int id) => new(group, 0, 0, id);

    public override void Up(Steps up)
    {
        var rekey = up.Rekey(Old.CustomerTable.Id, CustomerTable.Id, old => KeyOf(1, old.Id));
        if (KeepsDangling)
            rekey.KeepDangling();
        up.Merge(Old.PartnerTable.Table, CustomerTable.Id, old => KeyOf(2, old.Id));
        up.Rename(Old.ProductTable.Table, ProductTable.Table);
        up.Rename(Old.OrderTable.Product, OrderTable.Article);
        up.Unwrap(Old.OrderTable.Extras, OrderTable.Extra);
    }
}
