namespace TypedMigrations.StoreContract.Modules.Flows.M20240101_Before;

public sealed record Product(string Id, string Name, int? Stock, Place? Shelf);

public sealed record Place(string? Hall, string? Row);

public sealed record Order(string Id, string State, int Total);

public sealed record Ticket(string Id, string Kind);

public sealed record Letter(string Id, string Text);

public sealed record Contact(string Id, string Name);

public sealed record Supplier(string Id, string Title);

public sealed record Invoice(string Id, string SupplierId);

public sealed record Setting(string Id, string Value);

public sealed record Person(string Id, string First, string Last, Address? Home);

public sealed record Address(string City);

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Product, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Product, int?> Stock = Table.Optional("stock", p => p.Stock);
    public static readonly Field<Product, Place?> Shelf = Table.Optional("shelf", p => p.Shelf);
    public static readonly Field<Product, string?> Hall = Shelf.Optional("hall", s => s.Hall);
    public static readonly Field<Product, string?> Row = Shelf.Optional("row", s => s.Row);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> State = Table.Required("state", o => o.State);
    public static readonly Field<Order, int> Total = Table.Required("total", o => o.Total);
}

public static class TicketTable
{
    public static readonly Table<Ticket> Table = new("tickets");
    public static readonly Field<Ticket, string> Id = Table.Key(t => t.Id);
    public static readonly Field<Ticket, string> Kind = Table.Required("kind", t => t.Kind);
}

public static class LetterTable
{
    public static readonly Table<Letter> Table = new("letters");
    public static readonly Field<Letter, string> Id = Table.Key(l => l.Id);
    public static readonly Field<Letter, string> Text = Table.Required("text", l => l.Text);
}

public static class ContactTable
{
    public static readonly Table<Contact> Table = new("contacts");
    public static readonly Field<Contact, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Contact, string> Name = Table.Required("name", c => c.Name);
    public static readonly Index<Contact> ByName = Table.UniqueIndex("idx_name", Name);
}

public static class CustomerTable
{
    public static readonly Table<Contact> Table = new("customers");
    public static readonly Field<Contact, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Contact, string> Name = Table.Required("name", c => c.Name);
}

public static class SupplierTable
{
    public static readonly Table<Supplier> Table = new("suppliers");
    public static readonly Field<Supplier, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Supplier, string> Title = Table.Required("title", s => s.Title);
}

public static class InvoiceTable
{
    public static readonly Table<Invoice> Table = new("invoices");
    public static readonly Field<Invoice, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Invoice, string> SupplierId = Table.Required("supplier_id", i => i.SupplierId);
    public static readonly Reference ToSupplier = SupplierId.References(SupplierTable.Id);
}

public static class SettingTable
{
    public static readonly Table<Setting> Table = new("settings");
    public static readonly Field<Setting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Setting, string> Value = Table.Required("value", s => s.Value);
}

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> First = Table.Required("first", p => p.First);
    public static readonly Field<Person, string> Last = Table.Required("last", p => p.Last);
    public static readonly Field<Person, Address?> Home = Table.Optional("home", p => p.Home);
    public static readonly Field<Person, string> City = Home.Required("city", h => h.City);
}

public sealed class Before : Migration;
