namespace TypedMigrations.Testing.Tests.Modules.Wrong.NotRestored.M20240101_Before;

public sealed record Pet(string Id, string Name, int? Age = null);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Pet, int?> Age = Table.Optional("age", p => p.Age);
}

public sealed class Before : Migration;

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds)
    {
        seeds.Insert(PetTable.Table, [new Pet("rex", "Rex", 3), new Pet("tom", "Tom")]);
    }
}
