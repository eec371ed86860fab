using Old = TypedMigrations.Testing.Tests.Modules.Wrong.Dropped.M20240101_Before;

namespace TypedMigrations.Testing.Tests.Modules.Wrong.Dropped.M20240102_After;

public sealed record Pet(string Id, string Name);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, string> Name = Table.Required("name", p => p.Name);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => up.Drop(Old.PetTable.Phone);
}
