using Old = TypedMigrations.LiteDb.Tests.Modules.Kept.M20240102_Anything;

namespace TypedMigrations.LiteDb.Tests.Modules.Kept.M20240103_Number;

public sealed record Item(string Id, int? Value, string Siblings);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, int?> Value = Table.Optional("value", i => i.Value);
    public static readonly Field<Item, string> Siblings = Table.Required("siblings", i => i.Siblings);
}

public sealed class Number : Migration
{
    public override void Up(Steps up) =>
        up.Convert(Old.ItemTable.Value, ItemTable.Value, value => (int?)int.Parse((string)value!, System.Globalization.CultureInfo.InvariantCulture)).KeepMisfits();
}
