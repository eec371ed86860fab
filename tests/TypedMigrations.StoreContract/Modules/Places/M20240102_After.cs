using Old = TypedMigrations.StoreContract.Modules.Places.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Places.M20240102_After;

public sealed record Customer(
    string Id, string? Email, Address? Address, Contact? Contact, string? Phone, Bank? Bank, Order[]? Orders, string? Text, string? Author, int? Day, string? TimeZone, string? Code, Status? Status);

public sealed record Address(string? Street, string? City);

public sealed record Contact(string? Phone, string? Homepage);

public sealed record Bank(string? Iban, string? Fax, int? Limit);

public sealed record Order(string? Nr, Item? Item, int? Pieces, string? Zip, string? City, Gift[]? Gifts);

public sealed record Item(string? Sku, int? Count);

public sealed record Gift(string? Text, string? From, string? Receiver);

public sealed record Status(bool? Vip);

public static class CustomerTable
{
    public static readonly Table<Customer> Table = new("customers");
    public static readonly Field<Customer, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Customer, string?> Email = Table.Optional("email", c => c.Email);
    public static readonly Field<Customer, Address?> Address = Table.Optional("address", c => c.Address);
    public static readonly Field<Customer, string?> Street = Address.Optional("street", a => a.Street);
    public static readonly Field<Customer, string?> City = Address.Optional("city", a => a.City);
    public static readonly Field<Customer, Contact?> Contact = Table.Optional("contact", c => c.Contact);
    public static readonly Field<Customer, string?> ContactPhone = Contact.Optional("phone", c => c.Phone);
    public static readonly Field<Customer, string?> Homepage = Contact.Optional("homepage", c => c.Homepage);
    public static readonly Field<Customer, string?> Phone = Table.Optional("phone", c => c.Phone);
    public static readonly Field<Customer, Bank?> Bank = Table.Optional("bank", c => c.Bank);
    public static readonly Field<Customer, string?> Iban = Bank.Optional("iban", b => b.Iban);
    public static readonly Field<Customer, string?> BankFax = Bank.Optional("fax", b => b.Fax);
    public static readonly Field<Customer, int?> BankLimit = Bank.Optional("limit", b => b.Limit);
    public static readonly Field<Customer, Order[]?> Orders = Table.Optional("orders", c => c.Orders);
    public static readonly Field<Customer, string?> OrderNr = Orders.Each().Optional("nr", o => o.Nr);
    public static readonly Field<Customer, Item?> Item = Orders.Each().Optional("item", o => o.Item);
    public static readonly Field<Customer, string?> Sku = Item.Optional("sku", i => i.Sku);
    public static readonly Field<Customer, int?> ItemCount = Item.Optional("count", i => i.Count);
    public static readonly Field<Customer, int?> Pieces = Orders.Each().Optional("pieces", o => o.Pieces);
    public static readonly Field<Customer, string?> OrderZip = Orders.Each().Optional("zip", o => o.Zip);
    public static readonly Field<Customer, string?> OrderCity = Orders.Each().Optional("city", o => o.City);
    public static readonly Field<Customer, Gift[]?> Gifts = Orders.Each().Optional("gifts", o => o.Gifts);
    public static readonly Field<Customer, string?> GiftText = Gifts.Each().Optional("text", g => g.Text);
    public static readonly Field<Customer, string?> GiftFrom = Gifts.Each().Optional("from", g => g.From);
    public static readonly Field<Customer, string?> GiftReceiver = Gifts.Each().Optional("receiver", g => g.Receiver);
    public static readonly Field<Customer, string?> Text = Table.Optional("text", c => c.Text);
    public static readonly Field<Customer, string?> Author = Table.Optional("author", c => c.Author);
    public static readonly Field<Customer, int?> Day = Table.Optional("day", c => c.Day);
    public static readonly Field<Customer, string?> TimeZone = Table.Optional("time_zone", c => c.TimeZone);
    public static readonly Field<Customer, string?> Code = Table.Optional("code", c => c.Code);
    public static readonly Field<Customer, Status?> Status = Table.Optional("status", c => c.Status);
    public static readonly Field<Customer, bool?> Vip = Status.Optional("vip", s => s.Vip);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Rename(Old.CustomerTable.Mail, CustomerTable.Email),
        () => up.Nest([Old.CustomerTable.Street, Old.CustomerTable.City], CustomerTable.Address),
        () => up.Copy(Old.CustomerTable.Phone, CustomerTable.Phone),
        () => up.Rename(Old.CustomerTable.Site, CustomerTable.Homepage),
        () => up.Move(Old.CustomerTable.Fax, CustomerTable.BankFax),
        () => up.Move(Old.CustomerTable.Limit, CustomerTable.BankLimit),
        () => up.Rename(Old.CustomerTable.OrderNr, CustomerTable.OrderNr),
        () => up.Move(Old.CustomerTable.OrderSku, CustomerTable.Sku),
        () => up.Copy(Old.CustomerTable.OrderCount, CustomerTable.Pieces),
        () => up.Move(Old.CustomerTable.OrderCount, CustomerTable.ItemCount),
        () => up.Hoist(Old.CustomerTable.Delivery),
        () => up.Rename(Old.CustomerTable.DeliveryTown, CustomerTable.OrderCity),
        () => up.Hoist(Old.CustomerTable.Card),
        () => up.Rename(Old.CustomerTable.CardTo, CustomerTable.GiftReceiver),
        () => up.Hoist(Old.CustomerTable.Note),
        () => up.Hoist(Old.CustomerTable.NoteStamp),
        () => up.Rename(Old.CustomerTable.NoteBy, CustomerTable.Author),
        () => up.Rename(Old.CustomerTable.StampZone, CustomerTable.TimeZone),
        () => up.Drop(Old.CustomerTable.Legacy),
        () => up.Move(Old.CustomerTable.LegacyCode, CustomerTable.Code),
        () => up.Move(Old.CustomerTable.LegacyVip, CustomerTable.Vip));
}
