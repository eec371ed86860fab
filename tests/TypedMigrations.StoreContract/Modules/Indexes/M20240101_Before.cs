namespace TypedMigrations.StoreContract.Modules.Indexes.M20240101_Before;

public sealed record Item(string Id, string First, string Second, string? Third);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string> First = Table.Required("first", i => i.First);
    public static readonly Field<Item, string> Second = Table.Required("second", i => i.Second);
    public static readonly Field<Item, string?> Third = Table.Optional("third", i => i.Third);
    public static readonly Index<Item> Kept = Table.Index("idx_kept", First);
    public static readonly Index<Item> Dropped = Table.Index("idx_dropped", First);
    public static readonly Index<Item> BecomesUnique = Table.Index("idx_becomes_unique", Second);
    public static readonly Index<Item> BecomesPlain = Table.UniqueIndex("idx_becomes_plain", Second);
    public static readonly Index<Item> Moves = Table.Index("idx_moves", First);
}

public sealed class Before : Migration;
