using System.Globalization;
using Old = TypedMigrations.LiteDb.Tests.Modules.Big.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Big.M20240102_After;

public sealed record Item(int Id, string? NewName, long? Number, byte[]? Data, string Label);

public sealed record Copy(string Id, int ItemId);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, int> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string?> NewName = Table.Optional("new_name", i => i.NewName);
    public static readonly Field<Item, long?> Number = Table.Optional("number", i => i.Number);
    public static readonly Field<Item, byte[]?> Data = Table.Optional("data", i => i.Data);
    public static readonly Field<Item, string> Label = Table.Required("label", i => i.Label);
    public static readonly Index<Item> ByLabel = Table.UniqueIndex("idx_items_label", Label);
}

public static class CopyTable
{
    public static readonly Table<Copy> Table = new("copies");
    public static readonly Field<Copy, string> Id = Table.Key(c => c.Id);
    public static readonly Field<Copy, int> ItemId = Table.Required("item_id", c => c.ItemId);
    public static readonly Index<Copy> ByItem = Table.UniqueIndex("idx_copies_item", ItemId);
}

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.ItemTable.OldName, ItemTable.NewName);
        up.Convert(Old.ItemTable.Number, ItemTable.Number, number => number is null ? null : long.Parse(number, CultureInfo.InvariantCulture) * 2);
        up.Fill(ItemTable.Label, Old.ItemTable.Table, (item, _) => "label " + item.Id.ToString(CultureInfo.InvariantCulture));
        up.Insert(Old.ItemTable.Table, CopyTable.Table, (item, _) => item.Id % 2 == 0 ? new Copy("copy " + item.Id.ToString(CultureInfo.InvariantCulture), item.Id) : null);
    }
}
