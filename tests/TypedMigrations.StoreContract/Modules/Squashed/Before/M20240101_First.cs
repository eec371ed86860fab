namespace TypedMigrations.StoreContract.Modules.Squashed.Before.M20240101_First;

public sealed record Person(string Id, string Name);

public static class PersonTable
{
    public static readonly Table<Person> Table = new("people");
    public static readonly Field<Person, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Person, string> Name = Table.Required("name", p => p.Name);
}

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(PersonTable.Table, [new Person("root", "Root"), new Person("guest", "Guest")]);
}

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(PersonTable.Table, [new Person("tess", "Tess")]);
}

public sealed class First : Migration;
