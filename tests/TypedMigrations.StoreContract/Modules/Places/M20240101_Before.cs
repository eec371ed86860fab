namespace TypedMigrations.StoreContract.Modules.Places.M20240101_Before;

public sealed record Customer(
    string Id, string? Mail, string? Street, string? City, Contact? Contact, Bank? Bank, Order[]? Orders, Note? Note, Legacy? Legacy, int? Limit);

public sealed record Contact(string? Phone, string? Fax, string? Site);

public sealed record Bank(string? Iban);

public sealed record Order(string? Nr, string? Sku, int? Count, Delivery? Delivery, Gift[]? Gifts);

public sealed record Delivery(string? Zip, string? Town);

public sealed record Gift(string? Text, Card? Card);

public sealed record Card(string? From, string? To);

public sealed record Note(string? Text, string? By, Stamp? Stamp);

public sealed record Stamp(int? Day, string? Zone);

public sealed record Legacy(string? Code, Flags? Flags);

public sealed record Flags(bool? Vip);

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string?> Mail = Table.Optional("EMail", c => c.Mail);
    public static readonly Field<Customer, string?> Street = Table.Optional("street", c => c.Street);
    public static readonly Field<Customer, string?> City = Table.Optional("city", c => c.City);
    public static readonly Field<Customer, Contact?> Contact = Table.Optional("contact", c => c.Contact);
    public static readonly Field<Customer, string?> Phone = Contact.Optional("phone", c => c.Phone);
    public static readonly Field<Customer, string?> Fax = Contact.Optional("fax", c => c.Fax);
    public static readonly Field<Customer, string?> Site = Contact.Optional("site", c => c.Site);
    public static readonly Field<Customer, Bank?> Bank = Table.Optional("bank", c => c.Bank);
    public static readonly Field<Customer, string?> Iban = Bank.Optional("iban", b => b.Iban);
    public static readonly Field<Customer, Order[]?> Orders = Table.Optional("orders", c => c.Orders);
    public static readonly Field<Customer, string?> OrderNr = Orders.Each().Optional("Nr", o => o.Nr);
    public static readonly Field<Customer, string?> OrderSku = Orders.Each().Optional("sku", o => o.Sku);
    public static readonly Field<Customer, int?> OrderCount = Orders.Each().Optional("count", o => o.Count);
    public static readonly Field<Customer, Delivery?> Delivery = Orders.Each().Optional("delivery", o => o.Delivery);
    public static readonly Field<Customer, string?> DeliveryZip = Delivery.Optional("zip", d => d.Zip);
    public static readonly Field<Customer, string?> DeliveryTown = Delivery.Optional("town", d => d.Town);
    public static readonly Field<Customer, Gift[]?> Gifts = Orders.Each().Optional("gifts", o => o.Gifts);
    public static readonly Field<Customer, string?> GiftText = Gifts.Each().Optional("text", g => g.Text);
    public static readonly Field<Customer, Card?> Card = Gifts.Each().Optional("card", g => g.Card);
    public static readonly Field<Customer, string?> CardFrom = Card.Optional("from", c => c.From);
    public static readonly Field<Customer, string?> CardTo = Card.Optional("to", c => c.To);
    public static readonly Field<Customer, Note?> Note = Table.Optional("note", c => c.Note);
    public static readonly Field<Customer, string?> NoteText = Note.Optional("text", n => n.Text);
    public static readonly Field<Customer, string?> NoteBy = Note.Optional("by", n => n.By);
    public static readonly Field<Customer, Stamp?> NoteStamp = Note.Optional("stamp", n => n.Stamp);
    public static readonly Field<Customer, int?> StampDay = NoteStamp.Optional("day", s => s.Day);
    public static readonly Field<Customer, string?> StampZone = NoteStamp.Optional("zone", s => s.Zone);
    public static readonly Field<Customer, Legacy?> Legacy = Table.Optional("legacy", c => c.Legacy);
    public static readonly Field<Customer, string?> LegacyCode = Legacy.Optional("code", l => l.Code);
    public static readonly Field<Customer, Flags?> LegacyFlags = Legacy.Optional("flags", l => l.Flags);
    public static readonly Field<Customer, bool?> LegacyVip = LegacyFlags.Optional("vip", f => f.Vip);
    public static readonly Field<Customer, int?> Limit = Table.Optional("limit", c => c.Limit);
}

public sealed class Before : Migration;
