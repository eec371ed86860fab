using Old = TypedMigrations.StoreContract.Modules.Flows.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Flows.M20240102_After;

public sealed record Product(string Id, string Name, Place? Shelf);

public sealed record Place(string? Hall);

public sealed record Stock(string Id, int Pieces, Row? Shelf);

public sealed record Row(string? Name);

public sealed record Order(string Id, string State, int Total);

public sealed record Ticket(string Id, string Kind);

public sealed record Letter(string Id, string Text);

public sealed record Contact(string Id, string Name, string? Kind);

public sealed record Invoice(string Id, string ContactId);

public sealed record Setting(string Id, string Value);

public sealed record OldSetting(string Id, string Text);

public sealed record Person(string Id, string Name, Address? Home);

public sealed record Address(string City);

public static class ProductTable
{
    public static readonly Table<Product> Table = new("products");
    public static readonly Field<Product, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Product, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Product, Place?> Shelf = Table.Optional("shelf", p => p.Shelf);
    public static readonly Field<Product, string?> Hall = Shelf.Optional("hall", s => s.Hall);
}

public static class StockTable
{
    public static readonly Table<Stock> Table = new("stocks");
    public static readonly Field<Stock, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Stock, int> Pieces = Table.Required("pieces", s => s.Pieces);
    public static readonly Field<Stock, Row?> Shelf = Table.Optional("shelf", s => s.Shelf);
    public static readonly Field<Stock, string?> Row = Shelf.Optional("row", r => r.Name);
    public static readonly Index<Stock> ByPieces = Table.Index("idx_pieces", Pieces);
}

public static class OrderTable
{
    public static readonly Table<Order> Table = new("orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> State = Table.Required("state", o => o.State);
    public static readonly Field<Order, int> Sum = Table.Required("sum", o => o.Total);
}

public static class ClosedOrderTable
{
    public static readonly Table<Order> Table = new("closed_orders");
    public static readonly Field<Order, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Order, string> State = Table.Required("state", o => o.State);
    public static readonly Field<Order, int> Total = Table.Required("total", o => o.Total);
}

public static class BugTable
{
    public static readonly Table<Ticket> Table = new("bugs");
    public static readonly Field<Ticket, string> Id = Table.Key(t => t.Id);
    public static readonly Field<Ticket, string> Kind = Table.Required("kind", t => t.Kind);
}

public static class WishTable
{
    public static readonly Table<Ticket> Table = new("wishes");
    public static readonly Field<Ticket, string> Id = Table.Key(t => t.Id);
    public static readonly Field<Ticket, string> Kind = Table.Required("kind", t => t.Kind);
}

public static class ShortLetterTable
{
    public static readonly Table<Letter> Table = new("short_letters");
    public static readonly Field<Letter, string> Id = Table.Key(l => l.Id);
    public static readonly Field<Letter, string> Text = Table.Required("text", l => l.Text);
}

public static class ContactTable
{
    public static readonly Table<Contact> Table = new("contacts");
    public static readonly Field<Contact, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Contact, string> Name = Table.Required("name", c => c.Name);
    public static readonly Field<Contact, string?> Kind = Table.Optional("kind", c => c.Kind);
    public static readonly Index<Contact> ByName = Table.UniqueIndex("idx_name", Name);
}

public static class InvoiceTable
{
    public static readonly Table<Invoice> Table = new("invoices");
    public static readonly Field<Invoice, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Invoice, string> ContactId = Table.Required("contact_id", i => i.ContactId);
    public static readonly Reference ToContact = ContactId.References(ContactTable.Id);
}

public static class SettingTable
{
    public static readonly Table<Setting> Table = new("settings");
    public static readonly Field<Setting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Setting, string> Value = Table.Required("value", s => s.Value);
}

public static class OldSettingTable
{
    public static readonly Table<OldSetting> Table = new("old_settings");
    public static readonly Field<OldSetting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<OldSetting, string> Text = Table.Required("text", s => s.Text);
}

public static class PersonTable
{
    public static readonly Table<Person> Table = new("persons");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Person, Address?> Home = Table.Optional("home", p => p.Home);
    public static readonly Field<Person, string> City = Home.Required("city", h => h.City);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Split(Old.ProductTable.Table, StockTable.Table),
        () => up.Rename(Old.ProductTable.Stock, StockTable.Pieces),
        () => up.Fill(StockTable.Pieces, 0),
        () => up.Partition(Old.OrderTable.Table, ClosedOrderTable.Table, order => order.State == "closed"),
        () => up.Rename(Old.OrderTable.Total, OrderTable.Sum),
        () => Partition(up),
        () => up.Partition(Old.LetterTable.Table, ShortLetterTable.Table, letter => letter.Text.Length < 10),
        () => up.Merge(Old.CustomerTable.Table, ContactTable.Table),
        () => up.Merge(Old.SupplierTable.Table, ContactTable.Id, supplier => "s:" + supplier.Id),
        () => up.Rename(Old.SupplierTable.Title, ContactTable.Name),
        () => up.Fill(ContactTable.Kind, Old.CustomerTable.Table, (_, _) => "customer"),
        () => up.Fill(ContactTable.Kind, Old.SupplierTable.Table, (supplier, before) => before.Find(Old.InvoiceTable.SupplierId, supplier.Id) is null ? "idle" : "supplier"),
        () => up.MakeUnique(ContactTable.Name, (name, n) => $"{name} ({n})"),
        () => up.Rename(Old.InvoiceTable.SupplierId, InvoiceTable.ContactId),
        () => up.Copy(Old.SettingTable.Table, OldSettingTable.Table),
        () => up.Rename(Old.SettingTable.Value, OldSettingTable.Text),
        () => up.Convert(Old.PersonTable.Table, PersonTable.Table, (person, before) =>
            new Person(person.Id, $"{person.First} {person.Last}", person.Home is null ? null : new Address(before.Find(Old.SettingTable.Id, "city")?.Value ?? person.Home.City))));

    /// <summary>Of several partitions the first that holds decides: their order counts.</summary>
    private static void Partition(Steps up)
    {
        up.Partition(Old.TicketTable.Table, BugTable.Table, ticket => ticket.Kind == "bug");
        up.Partition(Old.TicketTable.Table, WishTable.Table, _ => true);
    }
}
