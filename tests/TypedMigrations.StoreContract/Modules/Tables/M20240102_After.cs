using Old = TypedMigrations.StoreContract.Modules.Tables.M20240101_Before;

namespace TypedMigrations.StoreContract.Modules.Tables.M20240102_After;

public sealed record Item(string Id, string Text);

public static class NewNameTable
{
    public static readonly Table<Item> Table = new("new_name");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
    public static readonly Index<Item> ByText = Table.UniqueIndex("idx_text", Text);
}

public static class CasedTable
{
    public static readonly Table<Item> Table = new("casedname");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
}

public static class LeftTable
{
    public static readonly Table<Item> Table = new("left_table");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
}

public static class RightTable
{
    public static readonly Table<Item> Table = new("right_table");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
    public static readonly Index<Item> ByText = Table.Index("idx_left", Text);
}

public static class KeptTable
{
    public static readonly Table<Item> Table = new("kept");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
}

public static class CreatedTable
{
    public static readonly Table<Item> Table = new("created");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => StepOrder.Name(
        () => up.Drop(Old.DroppedTable.Table),
        () => up.Rename(Old.OldNameTable.Table, NewNameTable.Table),
        () => up.Rename(Old.CasedTable.Table, CasedTable.Table),
        () => up.Rename(Old.LeftTable.Table, RightTable.Table),
        () => up.Rename(Old.RightTable.Table, LeftTable.Table));
}
