using TypedMigrations.Testing.Tests.Modules.Pets.M20240101_Pets;

namespace TypedMigrations.Testing.Tests.Modules.Visits.M20240115_Visits;

public sealed record Visit(string Id, string PetId);

public static class VisitTable
{
    public static readonly Table<Visit> Table = new("visits");
    public static readonly Field<Visit, string> Id = Table.Key(v => v.Id);
    public static readonly Field<Visit, string> PetId = Table.Required("pet_id", v => v.PetId);
    public static readonly Reference ToPet = PetId.References(PetTable.Id);
}

[DependsOn<FirstPets>]
public sealed class FirstVisits : Migration
{
    public override void Up(Steps up) => up.Insert(PetTable.Table, VisitTable.Table, (pet, _) => new Visit("visit-of-" + pet.Id, pet.Id));
}
