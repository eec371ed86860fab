using System.Globalization;
using Old = TypedMigrations.Testing.Tests.Modules.Wrong.ElementLost.M20240101_Before;

namespace TypedMigrations.Testing.Tests.Modules.Wrong.ElementLost.M20240102_After;

public sealed record Pet(string Id);

public sealed record Visit(string Id, string Vet);

public static class PetTable
{
    public static readonly Table<Pet> Table = new("pets");
    public static readonly Field<Pet, string> Id = Table.Key(p => p.Id);
}

public static class VisitTable
{
    public static readonly Table<Visit> Table = new("visits");
    public static readonly Field<Visit, string> Id = Table.Key(v => v.Id);
    public static readonly Field<Visit, string> Vet = Table.Required("vet", v => v.Vet);
}

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        up.Extract(Old.PetTable.Visits, VisitTable.Table, (pet, visit, place) => new Visit(string.Create(CultureInfo.InvariantCulture, $"{pet.Id}-{place}"), visit.Vet));
        up.Custom("Bob has retired", database => database.GetCollection("visits").DeleteMany("$.vet = 'Bob'"));
    }
}
