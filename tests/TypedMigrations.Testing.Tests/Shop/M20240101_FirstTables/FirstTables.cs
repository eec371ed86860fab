namespace TypedMigrations.Testing.Tests.Shop.M20240101_FirstTables;

public sealed record Item(string Id, string Name);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Name = Table.Required("name", i => i.Name);
}

public sealed class FirstTables : Migration;
