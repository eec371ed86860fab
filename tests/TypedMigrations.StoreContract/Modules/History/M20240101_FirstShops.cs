namespace TypedMigrations.StoreContract.Modules.History.M20240101_FirstShops;

public sealed record Shop(string Id, string Name);

public static class ShopTable
{
    public static readonly Table<Shop> Table = new("shops");
    public static readonly Field<Shop, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Shop, string> Name = Table.Required("name", s => s.Name);
}

public sealed class FirstShops : Migration;
