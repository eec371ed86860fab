using Old = TypedMigrations.Testing.Tests.Modules.Wrong.Refusing.M20240101_Before;

namespace TypedMigrations.Testing.Tests.Modules.Wrong.Refusing.M20240102_After;

public sealed record Pet(string Id, long? Seen = null);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, long?> Seen = Table.Optional("seen", p => p.Seen);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => up.Convert(Old.PetTable.Seen, PetTable.Seen, seconds => checked(seconds * 1_000_000_000));
}
