namespace TypedMigrations.Testing.Tests.Shop.M20240201_Prices;

public sealed record Item(string Id, string Name, decimal? Price);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Name = Table.Required("name", i => i.Name);
    public static readonly Field<Item, decimal?> Price = Table.Optional("price", i => i.Price);
}

public sealed class Prices : Migration;
