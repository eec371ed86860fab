namespace TypedMigrations.LiteDb.Tests.Modules.Kept.M20240101_Text;

public sealed record Item(string Id, string? Value);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string?> Value = Table.Optional("value", i => i.Value);
}

public sealed class Text : Migration;
