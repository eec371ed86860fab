namespace TypedMigrations.Testing.Tests.Modules.Wrong.DeepLost.M20240101_Before;

public sealed record Pet(string Id, Home? Home, IReadOnlyList<Visit> Visits);

public sealed record Home(string City, string? Street = null);

public sealed record Visit(string Vet, int? Price = null);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, Home?> Home = Table.Optional("home", p => p.Home);
    public static readonly Field<Pet, string> City = Home.Required("city", h => h.City);
    public static readonly Field<Pet, string?> Street = Home.Optional("street", h => h.Street);
    public static readonly Field<Pet, IReadOnlyList<Visit>> Visits = Table.Required("visits", p => p.Visits);
    public static readonly Field<Pet, string> Vet = Visits.Each().Required("vet", v => v.Vet);
    public static readonly Field<Pet, int?> Price = Visits.Each().Optional("price", v => v.Price);
}

public sealed class Before : Migration;

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds)
    {
        seeds.Insert(PetTable.Table, [new Pet("rex", new Home("Rome", "Via Appia"), [new Visit("Ann", 10), new Visit("Bob", 20)]), new Pet("tom", null, [])]);
    }
}
