namespace TypedMigrations.Testing.Tests.Modules.Pets.M20240101_Pets;

public sealed record Pet(string Id, string Name, int? Age = null, Collar? Collar = null, IReadOnlyList<string>? Nicknames = null);

public sealed record Collar(string Color);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Pet, int?> Age = Table.Optional("age", p => p.Age);
    public static readonly Field<Pet, Collar?> Collar = Table.Optional("collar", p => p.Collar);
    public static readonly Field<Pet, string> Color = Collar.Required("color", c => c.Color);
    public static readonly Field<Pet, IReadOnlyList<string>?> Nicknames = Table.Optional("nicknames", p => p.Nicknames);
    public static readonly Index<Pet> ByName = Table.Index("idx_pets_name", Name);
}

public sealed class FirstPets : Migration;

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(PetTable.Table, [new Pet("house-cat", "Mouser")]);
}

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(PetTable.Table, [new Pet("rex", "Rex", Age: 3, new Collar("red"), ["Rexy"]), new Pet("tom", "Tom")]);
}
