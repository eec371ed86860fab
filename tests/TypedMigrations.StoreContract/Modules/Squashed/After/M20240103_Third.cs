using Old = TypedMigrations.StoreContract.Modules.Squashed.After.M20240102_Second;

namespace TypedMigrations.StoreContract.Modules.Squashed.After.M20240103_Third;

public sealed record Person(string Id, string FullName, decimal? Balance);

public sealed record Note(string Id, string About, IReadOnlyList<long> Numbers);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> FullName = Table.Required("full_name", p => p.FullName);
    public static readonly Field<Person, decimal?> Balance = Table.Optional("balance", p => p.Balance);
    public static readonly Index<Person> ByFullName = Table.UniqueIndex("idx_people_full_name", FullName);
}

public static class NoteTable
{
    public static readonly Table<Note> Table = new("notes");
    public static readonly Field<Note, string> Id = Table.Key(n => n.Id);
    public static readonly Field<Note, string> About = Table.Required("about", n => n.About);
    public static readonly Field<Note, IReadOnlyList<long>> Numbers = Table.Required("numbers", n => n.Numbers);
    public static readonly Index<Note> ByAbout = Table.Index("idx_notes_about", About);
}

public sealed class Third : Migration
{
    public override void Up(Steps up) => up.Drop(Old.PersonTable.Since);

    public override void Down(Steps down) => down.Fill(Old.PersonTable.Since, new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc));
}
