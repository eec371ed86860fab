namespace TypedMigrations.StoreContract.Modules.Passes.M20240101_Before;

public sealed record Parcel(string Id, string Label, string? Weight, string? Note);

public sealed record Depot(string Id, string City);

public static class ParcelTable
{
    public static readonly Table<Parcel> Table = new("parcels");
    public static readonly Field<Parcel, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Parcel, string> Label = Table.Required("label", p => p.Label);
    public static readonly Field<Parcel, string?> Weight = Table.Optional("weight", p => p.Weight);
    public static readonly Field<Parcel, string?> Note = Table.Optional("note", p => p.Note);
}

public static class DepotTable
{
    public static readonly Table<Depot> Table = new("depots");
    public static readonly Field<Depot, string> Id = Table.Key(d => d.Id);
    public static readonly Field<Depot, string> City = Table.Required("city", d => d.City);
}

public sealed class Before : Migration;
