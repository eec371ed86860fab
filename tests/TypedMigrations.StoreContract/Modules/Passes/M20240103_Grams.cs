using Old = TypedMigrations.StoreContract.Modules.Passes.M20240102_Numbers;

namespace TypedMigrations.StoreContract.Modules.Passes.M20240103_Grams;

public sealed record Parcel(string Id, string Label, long? Grams, string? Note);

public sealed record Depot(string Id, string City);

public static class ParcelTable
{
    public static readonly Table<Parcel> Table = new("parcels");
    public static readonly Field<Parcel, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Parcel, string> Label = Table.Required("label", p => p.Label);
    public static readonly Field<Parcel, long?> Grams = Table.Optional("grams", p => p.Grams);
    public static readonly Field<Parcel, string?> Note = Table.Optional("note", p => p.Note);
}

public static class DepotTable
{
    public static readonly Table<Depot> Table = new("depots");
    public static readonly Field<Depot, string> Id = Table.Key(d => d.Id);
    public static readonly Field<Depot, string> City = Table.Required("city", d => d.City);
}

public sealed class Grams : Migration
{
    public override void Up(Steps up) => up.Convert(Old.ParcelTable.Weight, ParcelTable.Grams, weight => weight < 0 ? throw new InvalidOperationException("less than nothing") : (long?)(weight * 1000L));
}
