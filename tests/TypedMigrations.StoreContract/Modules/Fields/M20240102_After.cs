using System.Globalization;
using Old = TypedMigrations.StoreContract.Modules.Fields.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Fields.M20240102_After;

public sealed record Person(
    string Id, string? NewName, string? Left, string? Right, string? Cased, long? Number, string? Width,
    int Points, Home? Address, Phone[]? Phones, int Constant);

public sealed record Home(string? Place, int? Zip, Owner? Owner, string Country);

public sealed record Owner(string? Name);

public sealed record Phone(string? Number, int? Kind, bool Checked);

public sealed record Member(string Id, string? First, string? Last, string? CityId, string FullName, string? CityName, int Cities);

public sealed record City(string Id, string Name, string? Mayor);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string?> NewName = Table.Optional("new_name", p => p.NewName);
    public static readonly Field<Person, string?> Left = Table.Optional("left", p => p.Left);
    public static readonly Field<Person, string?> Right = Table.Optional("right", p => p.Right);
    public static readonly Field<Person, string?> Cased = Table.Optional("casedname", p => p.Cased);
    public static readonly Field<Person, long?> Number = Table.Optional("number", p => p.Number);
    public static readonly Field<Person, string?> Width = Table.Required("width", p => p.Width);
    public static readonly Field<Person, int> Points = Table.Required("points", p => p.Points);
    public static readonly Field<Person, Home?> Address = Table.Optional("address", p => p.Address);
    public static readonly Field<Person, string?> Place = Address.Optional("place", h => h.Place);
    public static readonly Field<Person, int?> Zip = Address.Optional("zip", h => h.Zip);
    public static readonly Field<Person, Owner?> Owner = Address.Optional("owner", h => h.Owner);
    public static readonly Field<Person, string?> OwnerName = Owner.Optional("name", o => o.Name);
    public static readonly Field<Person, string> Country = Address.Required("country", h => h.Country);
    public static readonly Field<Person, Phone[]?> Phones = Table.Optional("phones", p => p.Phones);
    public static readonly Field<Person, string?> PhoneNumber = Phones.Each().Optional("number", p => p.Number);
    public static readonly Field<Person, int?> Kind = Phones.Each().Optional("kind", p => p.Kind);
    public static readonly Field<Person, bool> Checked = Phones.Each().Required("checked", p => p.Checked);
    public static readonly Field<Person, int> Constant = Table.Required("constant", p => p.Constant);
}

public static class MemberTable
{
    public static readonly Table<Member> Table = new("members");
    public static readonly Field<Member, string> Id = Table.Key(m => m.Id);
    public static readonly Field<Member, string?> First = Table.Optional("first", m => m.First);
    public static readonly Field<Member, string?> Last = Table.Optional("last", m => m.Last);
    public static readonly Field<Member, string?> CityId = Table.Optional("city_id", m => m.CityId);
    public static readonly Field<Member, string> FullName = Table.Required("full_name", m => m.FullName);
    public static readonly Field<Member, string?> CityName = Table.Optional("city_name", m => m.CityName);
    public static readonly Field<Member, int> Cities = Table.Required("cities", m => m.Cities);
}

public static class CityTable
{
    public static readonly Table<City> Table = new("cities");
    public static readonly Field<City, string> Id = Table.Key(c => c.Id);
    public static readonly Field<City, string> Name = Table.Required("name", c => c.Name);
    public static readonly Field<City, string?> Mayor = Table.Optional("mayor", c => c.Mayor);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Drop(Old.PersonTable.Dropped),
        () => up.Rename(Old.PersonTable.OldName, PersonTable.NewName),
        () => up.Rename(Old.PersonTable.Left, PersonTable.Right),
        () => up.Rename(Old.PersonTable.Right, PersonTable.Left),
        () => up.Rename(Old.PersonTable.Cased, PersonTable.Cased),
        () => up.Convert(Old.PersonTable.Number, PersonTable.Number, text => text is { Length: > 0 } ? long.Parse(text, CultureInfo.InvariantCulture) : null),
        () => up.Convert(Old.PersonTable.Size, PersonTable.Width, size => size + " cm"),
        () => up.Rename(Old.PersonTable.Home, PersonTable.Address),
        () => up.Rename(Old.PersonTable.Town, PersonTable.Place),
        () => up.Convert(Old.PersonTable.Zip, PersonTable.Zip, zip => zip is null ? null : int.Parse(zip, CultureInfo.InvariantCulture)),
        () => up.Drop(Old.PersonTable.Gone),
        () => up.Rename(Old.PersonTable.Called, PersonTable.OwnerName),
        () => up.Fill(PersonTable.Country, "DE"),
        () => up.Rename(Old.PersonTable.Nr, PersonTable.PhoneNumber),
        () => up.Convert(Old.PersonTable.Kind, PersonTable.Kind, kind => kind == "home" ? 1 : 2),
        () => up.Fill(PersonTable.Checked, true),
        () => up.Fill(PersonTable.Points, 10),
        () => up.Fill(PersonTable.Constant, 7),
        () => up.Fill(MemberTable.FullName, Old.MemberTable.Table, (member, _) => $"{member.First} {member.Last}"),
        () => up.Fill(MemberTable.CityName, Old.MemberTable.Table, (member, before) => before.Find(Old.CityTable.Id, member.CityId)?.Name),
        () => up.Fill(MemberTable.Cities, Old.MemberTable.Table, (member, before) => before.FindAll(Old.CityTable.Mayor, member.Id).Count()));
}
