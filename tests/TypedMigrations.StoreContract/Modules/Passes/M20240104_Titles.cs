using Old = TypedMigrations.StoreContract.Modules.Passes.M20240103_Grams;

namespace TypedMigrations.StoreContract.Modules.Passes.M20240104_Titles;

public sealed record Parcel(string Id, string Title, long? Grams, string? Note);

public sealed record Depot(string Id, string City);

public static class ParcelTable
{
    public static readonly Table<Parcel> Table = new("parcels");
    public static readonly Field<Parcel, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Parcel, string> Title = Table.Required("title", p => p.Title);
    public static readonly Field<Parcel, long?> Grams = Table.Optional("grams", p => p.Grams);
    public static readonly Field<Parcel, string?> Note = Table.Optional("note", p => p.Note);
    public static readonly Index<Parcel> ByTitle = Table.UniqueIndex("idx_parcels_title", Title);
}

public static class DepotTable
{
    public static readonly Table<Depot> Table = new("depots");
    public static readonly Field<Depot, string> Id = Table.Key(d => d.Id);
    public static readonly Field<Depot, string> City = Table.Required("city", d => d.City);
}

public sealed class Titles : Migration
{
    public override void Up(Steps up) => up.Rename(Old.ParcelTable.Label, ParcelTable.Title);
}
