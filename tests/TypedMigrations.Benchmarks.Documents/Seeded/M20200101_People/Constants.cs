using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Seeded.M20200101_People;

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, int> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Person, string> Mail = Table.Required("mail", p => p.Mail);
    public static readonly Field<Person, string> City = Table.Required("city", p => p.City);
    public static readonly Field<Person, string> Points = Table.Required("points", p => p.Points);
    public static readonly Field<Person, DateTime> Born = Table.Required("born", p => p.Born);
    public static readonly Field<Person, decimal> Balance = Table.Required("balance", p => p.Balance);
    public static readonly Field<Person, bool> Active = Table.Required("active", p => p.Active);
    public static readonly Field<Person, string> Note = Table.Required("note", p => p.Note);
    public static readonly Field<Person, Address> Address = Table.Required("address", p => p.Address);
    public static readonly Field<Person, string> Street = Address.Required("street", a => a.Street);
    public static readonly Field<Person, string> Zip = Address.Required("zip", a => a.Zip);
    public static readonly Field<Person, string> Country = Address.Required("country", a => a.Country);
    public static readonly Field<Person, string[]> Tags = Table.Required("tags", p => p.Tags);
}
