namespace TypedMigrations.StoreContract.Modules.History.M20240105120000_UniqueNames;

public sealed record Shop(string Id, string Name, string? City, int Rating);

public static class ShopTable
{
    public static readonly Table<Shop> Table = new("shops");
    public static readonly Field<Shop, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Shop, string> Name = Table.Required("name", s => s.Name);
    public static readonly Field<Shop, string?> City = Table.Optional("city", s => s.City);
    public static readonly Field<Shop, int> Rating = Table.Required("rating", s => s.Rating);
    public static readonly Index<Shop> ByName = Table.UniqueIndex("idx_shops_name", Name);
}

public sealed class UniqueNames : Migration;
