using System.Globalization;
using Old = TypedMigrations.StoreContract.Modules.Passes.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Passes.M20240102_Numbers;

public sealed record Parcel(string Id, string Label, int? Weight, string? Note);

public sealed record Depot(string Id, string City);

public static class ParcelTable
{
    public static readonly Table<Parcel> Table = new("parcels");
    public static readonly Field<Parcel, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Parcel, string> Label = Table.Required("label", p => p.Label);
    public static readonly Field<Parcel, int?> Weight = Table.Optional("weight", p => p.Weight);
    public static readonly Field<Parcel, string?> Note = Table.Optional("note", p => p.Note);
}

public static class DepotTable
{
    public static readonly Table<Depot> Table = new("depots");
    public static readonly Field<Depot, string> Id = Table.Key(d => d.Id);
    public static readonly Field<Depot, string> City = Table.Required("city", d => d.City);
}

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds) => seeds.Insert(DepotTable.Table, [new Depot("d", "Ulm")]);
}

public sealed class Numbers : Migration
{
    public override void Up(Steps up) => up.Convert(Old.ParcelTable.Weight, ParcelTable.Weight, text => (int?)int.Parse(text, CultureInfo.InvariantCulture));
}
