using Old = TypedMigrations.Testing.Tests.Modules.Wrong.DocumentLost.M20240101_Before;

namespace TypedMigrations.Testing.Tests.Modules.Wrong.DocumentLost.M20240102_After;

public sealed record Pet(string Id, string Name, string? Phone = null);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, string> Name = Table.Required("name", p => p.Name);
    public static readonly Field<Pet, string?> Phone = Table.Optional("phone", p => p.Phone);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => up.Custom("pets without a phone are old", database => database.GetCollection("pets").DeleteMany("$.phone = null"));
}
