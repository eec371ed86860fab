using Old = TypedMigrations.Testing.Tests.Modules.Wrong.NotRestored.M20240101_Before;

namespace TypedMigrations.Testing.Tests.Modules.Wrong.NotRestored.M20240102_After;

public sealed record Pet(string Id, string Title, int? Age = null);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, string> Title = Table.Required("title", p => p.Title);
    public static readonly Field<Pet, int?> Age = Table.Optional("age", p => p.Age);
}

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.PetTable.Name, PetTable.Title);
        up.Convert(Old.PetTable.Age, PetTable.Age, age => age * 12);
    }

    public override void Down(Steps down) => Restore(down);

    private static void Restore(Steps down)
    {
        down.Convert(PetTable.Title, Old.PetTable.Name, title => title.ToLowerInvariant());
        down.Convert(PetTable.Age, Old.PetTable.Age, months => months / 12);
    }
}
