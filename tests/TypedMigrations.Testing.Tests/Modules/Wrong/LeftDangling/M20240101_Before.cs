namespace TypedMigrations.Testing.Tests.Modules.Wrong.LeftDangling.M20240101_Before;

public sealed record Owner(string Id, string Name);

public static class OwnerTable
{
    public static readonly Table<Owner> Table = new("owners");
    public static readonly Field<Owner, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Owner, string> Name = Table.Required("name", o => o.Name);
}

public sealed record Pet(string Id, string? OwnerId = null);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Pet, string?> OwnerId = Table.Optional("owner_id", p => p.OwnerId);
    public static readonly Reference ToOwner = OwnerId.References(OwnerTable.Id);
}

public sealed class Before : Migration;

public sealed class TestData : TestSeed
{
    public override void Insert(Seeds seeds)
    {
        seeds.Insert(OwnerTable.Table, [new Owner("ada", "Ada"), new Owner("ada2", "Ada")]);
        seeds.Insert(PetTable.Table, [new Pet("rex", "ada"), new Pet("tom", "ada2"), new Pet("max", "gone")]);
    }
}
