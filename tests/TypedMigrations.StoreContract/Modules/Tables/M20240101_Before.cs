namespace TypedMigrations.StoreContract.Modules.Tables.M20240101_Before;

public sealed record Item(string Id, string Text);

public static class DroppedTable
{
    public static readonly Table<Item> Table = new("dropped");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
}

public static class OldNameTable
{
    public static readonly Table<Item> Table = new("old_name");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
    public static readonly Index<Item> ByText = Table.UniqueIndex("idx_text", Text);
}

public static class CasedTable
{
    public static readonly Table<Item> Table = new("CasedName");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
}

public static class LeftTable
{
    public static readonly Table<Item> Table = new("left_table");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
    public static readonly Index<Item> ByText = Table.Index("idx_left", Text);
}

public static class RightTable
{
    public static readonly Table<Item> Table = new("right_table");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
}

public static class KeptTable
{
    public static readonly Table<Item> Table = new("kept");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> Text = Table.Required("text", i => i.Text);
}

public sealed class Before : Migration;
