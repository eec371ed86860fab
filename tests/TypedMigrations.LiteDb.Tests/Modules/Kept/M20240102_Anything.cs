using Old = TypedMigrations.LiteDb.Tests.Modules.Kept.M20240101_Text;

namespace TypedMigrations.LiteDb.Tests.Modules.Kept.M20240102_Anything;

public sealed record Item(string Id, object? Value, string Siblings);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, object?> Value = Table.Optional("value", i => i.Value);
    public static readonly Field<Item, string> Siblings = Table.Required("siblings", i => i.Siblings);
}

public sealed class Anything : Migration
{
    public override void Up(Steps up)
    {
        up.Convert(Old.ItemTable.Value, ItemTable.Value, value => (object?)value);
        up.Fill(ItemTable.Siblings, Old.ItemTable.Table, (item, before) => string.Join(' ', before.FindAll(Old.ItemTable.Value, item.Value).Select(sibling => sibling.Id)));
    }
}
