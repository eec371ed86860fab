using Old = TypedMigrations.Testing.Tests.Modules.Pets.M20240101_Pets;

namespace TypedMigrations.Testing.Tests.Modules.Pets.M20240201_Animals;

public sealed record Animal(string Id, string Name, int? Years = null, Collar? Collar = null, IReadOnlyList<string>? Nicknames = null);

public sealed record Collar(string Color);

public static class AnimalTable
{
    public static readonly Table<Animal> Table = new("animals");
    public static readonly Field<Animal, string> Id = Table.Key(a => a.Id);
    public static readonly Field<Animal, string> Name = Table.Required("name", a => a.Name);
    public static readonly Field<Animal, int?> Years = Table.Optional("years", a => a.Years);
    public static readonly Field<Animal, Collar?> Collar = Table.Optional("collar", a => a.Collar);
    public static readonly Field<Animal, string> Color = Collar.Required("color", c => c.Color);
    public static readonly Field<Animal, IReadOnlyList<string>?> Nicknames = Table.Optional("nicknames", a => a.Nicknames);
    public static readonly Index<Animal> ByName = Table.Index("idx_animals_name", Name);
}

public sealed class Animals : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.PetTable.Table, AnimalTable.Table);
        up.Rename(Old.PetTable.Age, AnimalTable.Years);
    }

    public override void Down(Steps down)
    {
        down.Rename(AnimalTable.Table, Old.PetTable.Table);
        down.Rename(AnimalTable.Years, Old.PetTable.Age);
    }
}
