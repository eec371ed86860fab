using Old = TypedMigrations.StoreContract.Modules.People.M20240101_First;

namespace TypedMigrations.StoreContract.Modules.People.M20240103_Words;

public sealed record Home(string City, int? Street = null);

public sealed record Person(string Id, string Name, string? Age = null, string? Temper = null, Home? Home = null);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Person, string?> Age = Table.Optional("age", p => p.Age);
    public static readonly Field<Person, string?> Temper = Table.Optional("temper", p => p.Temper);
    public static readonly Field<Person, Home?> Home = Table.Optional("home", p => p.Home);
    public static readonly Field<Person, string> City = Home.Required("city", h => h.City);
    public static readonly Field<Person, int?> Street = Home.Optional("street", h => h.Street);
}

public sealed class Words : Migration
{
    public override void Up(Steps up)
    {
        up.Convert(Old.PersonTable.Age, PersonTable.Age, age => $"{age} years");
        up.Convert(Old.PersonTable.Mood, PersonTable.Temper, mood => $"{mood}");
        up.Convert(Old.PersonTable.Street, PersonTable.Street, street => street?.Length);
    }
}
