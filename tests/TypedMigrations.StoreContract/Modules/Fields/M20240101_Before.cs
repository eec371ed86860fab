namespace TypedMigrations.StoreContract.Modules.Fields.M20240101_Before;

public sealed record Person(
    string Id, string? Dropped, string? OldName, string? Left, string? Right, string? Cased, string? Number, int? Size, int? Points,
    Home? Home, Phone[]? Phones);

public sealed record Home(string? Town, string? Zip, string? Gone, Owner? Owner);

public sealed record Owner(string? Called);

public sealed record Phone(string? Nr, string? Kind);

public sealed record Member(string Id, string? First, string? Last, string? CityId);

public sealed record City(string Id, string Name, string? Mayor);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string?> Dropped = Table.Optional("dropped", p => p.Dropped);
    public static readonly Field<Person, string?> OldName = Table.Optional("old_name", p => p.OldName);
    public static readonly Field<Person, string?> Left = Table.Optional("left", p => p.Left);
    public static readonly Field<Person, string?> Right = Table.Optional("right", p => p.Right);
    public static readonly Field<Person, string?> Cased = Table.Optional("CasedName", p => p.Cased);
    public static readonly Field<Person, string?> Number = Table.Optional("number", p => p.Number);
    public static readonly Field<Person, int?> Size = Table.Required("size", p => p.Size);
    public static readonly Field<Person, int?> Points = Table.Optional("points", p => p.Points);
    public static readonly Field<Person, Home?> Home = Table.Optional("home", p => p.Home);
    public static readonly Field<Person, string?> Town = Home.Optional("town", h => h.Town);
    public static readonly Field<Person, string?> Zip = Home.Optional("zip", h => h.Zip);
    public static readonly Field<Person, string?> Gone = Home.Optional("gone", h => h.Gone);
    public static readonly Field<Person, Owner?> Owner = Home.Optional("owner", h => h.Owner);
    public static readonly Field<Person, string?> Called = Owner.Optional("called", o => o.Called);
    public static readonly Field<Person, Phone[]?> Phones = Table.Optional("phones", p => p.Phones);
    public static readonly Field<Person, string?> Nr = Phones.Each().Optional("nr", p => p.Nr);
    public static readonly Field<Person, string?> Kind = Phones.Each().Optional("kind", p => p.Kind);
}

public static class MemberTable
{
    public static readonly Table<Member> Table = new("members");
    public static readonly Field<Member, string> Id = Table.Key(m => m.Id);
    public static readonly Field<Member, string?> First = Table.Optional("first", m => m.First);
    public static readonly Field<Member, string?> Last = Table.Optional("last", m => m.Last);
    public static readonly Field<Member, string?> CityId = Table.Optional("city_id", m => m.CityId);
}

public static class CityTable
{
    public static readonly Table<City> Table = new("cities");
    public static readonly Field<City, string> Id = Table.Key(c => c.Id);
    public static readonly Field<City, string> Name = Table.Required("name", c => c.Name);
    public static readonly Field<City, string?> Mayor = Table.Optional("mayor", c => c.Mayor);
}

public sealed class Before : Migration;
