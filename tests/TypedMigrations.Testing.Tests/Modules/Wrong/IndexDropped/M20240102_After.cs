using Old = TypedMigrations.Testing.Tests.Modules.Wrong.IndexDropped.M20240101_Before;

namespace TypedMigrations.Testing.Tests.Modules.Wrong.IndexDropped.M20240102_After;

public sealed record Pet(string Id, string Name, string? Phone = null);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Pet, string?> Phone = Table.Optional("phone", p => p.Phone);
    public static readonly Index<Pet> ByName = Table.Index("idx_pets_name", Name);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => up.Custom("it was slow", database => database.GetCollection("pets").DropIndex("idx_pets_name"));
}
