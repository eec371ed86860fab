using Old = TypedMigrations.StoreContract.Modules.Squashed.Before.M20240101_First;

namespace TypedMigrations.StoreContract.Modules.Squashed.Before.M20240102_Second;

public sealed record Person(string Id, string FullName, DateTime Since, decimal? Balance);

public sealed record Note(string Id, string About, IReadOnlyList<long> Numbers);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> FullName = Table.Required("full_name", p => p.FullName);
    public static readonly Field<Person, DateTime> Since = Table.Required("since", p => p.Since);
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

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(NoteTable.Table, [new Note("t", "tess", [])]);
}

public sealed class Second : Migration
{
    // The hour that the end of summer time gives twice to most of Europe.
    private static readonly DateTime Autumn = new(2020, 10, 25, 0, 30, 0, DateTimeKind.Utc);

    public override void Up(Steps up)
    {
        up.Rename(Old.PersonTable.Name, PersonTable.FullName);
        up.Fill(PersonTable.Since, Autumn);
        up.Insert(Old.PersonTable.Table, NoteTable.Table, (person, _) => new Note("about:" + person.Id, person.Id, [1, 20_000_000_000]));
    }
}
