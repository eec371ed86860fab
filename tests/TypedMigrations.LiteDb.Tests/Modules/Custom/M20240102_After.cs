using Old = TypedMigrations.LiteDb.Tests.Modules.Custom.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Custom.M20240102_After;

public sealed record Item(string Id, int Number, string? Title);

public sealed record Log(int Id, string Text);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, int> Number = Table.Required("number", i => i.Number);
    public static readonly Field<Item, string?> Title = Table.Optional("title", i => i.Title);
    public static readonly Index<Item> ByNumber = Table.UniqueIndex("idx_number", Number);
}

public static class LogTable
{
    public static readonly Table<Log> Table = new("logs");
    public static readonly Field<Log, int> Id = Table.Key(l => l.Id);
    public static readonly Field<Log, string> Text = Table.Required("text", l => l.Text);
}

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        up.Custom("the code has its number in the middle", Old.ItemTable.Table, CustomModule.ForDocuments, removes: [Old.ItemTable.Code], writes: [ItemTable.Number]);
        up.Rename(Old.ItemTable.Name, ItemTable.Title);
        up.Custom("the log begins", CustomModule.ForDatabase);
    }
}
