namespace TypedMigrations.StoreContract.Modules.People.M20240101_First;

public enum Mood { Calm, Merry }

public sealed record Home(string City, string? Street = null);

public sealed record Person(string Id, string Name, int? Age = null, Mood? Mood = null, Home? Home = null);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Person, int?> Age = Table.Optional("age", p => p.Age);
    public static readonly Field<Person, Mood?> Mood = Table.Optional("mood", p => p.Mood);
    public static readonly Field<Person, Home?> Home = Table.Optional("home", p => p.Home);
    public static readonly Field<Person, string> City = Home.Required("city", h => h.City);
    public static readonly Field<Person, string?> Street = Home.Optional("street", h => h.Street);
}

public sealed class First : Migration;
