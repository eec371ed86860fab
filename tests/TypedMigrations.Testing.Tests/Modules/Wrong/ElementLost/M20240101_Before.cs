namespace TypedMigrations.Testing.Tests.Modules.Wrong.ElementLost.M20240101_Before;

public sealed record Pet(string Id, IReadOnlyList<Visit> Visits);

public sealed record Visit(string Vet);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, IReadOnlyList<Visit>> Visits = Table.Required("visits", p => p.Visits);
    public static readonly Field<Pet, string> Vet = Visits.Each().Required("vet", v => v.Vet);
}

public sealed class Before : Migration;

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(PetTable.Table, [new Pet("rex", [new Visit("Ann"), new Visit("Bob")]), new Pet("tom", [])]);
}
