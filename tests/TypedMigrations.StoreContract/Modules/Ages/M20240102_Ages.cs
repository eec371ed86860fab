using Owner = TypedMigrations.StoreContract.Modules.People.M20240101_First;

namespace TypedMigrations.StoreContract.Modules.Ages.M20240102_Ages;

public sealed record Entry(string Id, int Age);

public static class EntryTable
{
    public static readonly Table<Entry> Table = new("ages");
    public static readonly Field<Entry, string> Id = Table.Key(e => e.Id);
    public static readonly Field<Entry, int> Age = Table.Required("age", e => e.Age);
}

[DependsOn<Owner.First>]
public sealed class Ages : Migration
{
    public override void Up(Steps up) => up.Insert(Owner.PersonTable.Table, EntryTable.Table, (person, _) => new Entry(person.Id, person.Age ?? 0));
}
