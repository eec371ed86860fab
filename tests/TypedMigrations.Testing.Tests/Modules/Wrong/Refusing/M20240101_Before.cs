namespace TypedMigrations.Testing.Tests.Modules.Wrong.Refusing.M20240101_Before;

public sealed record Pet(string Id, long? Seen = null);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, long?> Seen = Table.Optional("seen", p => p.Seen);
}

public sealed class Before : Migration;

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds)
    {
        seeds.Insert(PetTable.Table, [new Pet("rex", 1_601_942_400), new Pet("tom", 1_601_942_400_000), new Pet("max")]);
    }
}
