namespace TypedMigrations.StoreContract.Modules.Reversible.M20240101_Before;

public sealed record Person(string Id, string Name, string Initial, int? Size, string? Note, Home? Home, Phone[]? Phones);

public sealed record Home(string? Town);

public sealed record Phone(string? Nr);

public sealed record Setting(string Id, string Value);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Person, string> Initial = Table.Required("initial", p => p.Initial);
    public static readonly Field<Person, int?> Size = Table.Optional("size", p => p.Size);
    public static readonly Field<Person, string?> Note = Table.Optional("note", p => p.Note);
    public static readonly Field<Person, Home?> Home = Table.Optional("home", p => p.Home);
    public static readonly Field<Person, string?> Town = Home.Optional("town", h => h.Town);
    public static readonly Field<Person, Phone[]?> Phones = Table.Optional("phones", p => p.Phones);
    public static readonly Field<Person, string?> Nr = Phones.Each().Optional("nr", p => p.Nr);
    public static readonly Index<Person> ByName = Table.Index("idx_people_name", Name);
}

public static class SettingTable
{
    public static readonly Table<Setting> Table = new("settings");
    public static readonly Field<Setting, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Setting, string> Value = Table.Required("value", s => s.Value);
}

public sealed class Before : Migration
{
    public override void Down(Steps down)
    {
        down.Drop(PersonTable.Table);
        down.Drop(SettingTable.Table);
    }
}
