using Old = TypedMigrations.StoreContract.Modules.Odd.M20240102_Typed;

namespace TypedMigrations.StoreContract.Modules.Odd.M20240103_Renamed;

public enum State
{
    Open,
    Done,
}

public sealed record Item(string Id, int? Grams, State? State, string? Name, string? File, Box? Box, string? Code, string? Rate, Part[]? Pieces, int? Letters);

public sealed record Part(int? Size);

public sealed record Extra(string? Note);

public sealed record Box(int? Depth, Extra? Extra);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, int?> Grams = Table.Optional("grams", i => i.Grams);
    public static readonly Field<Item, State?> State = Table.Optional("state", i => i.State);
    public static readonly Field<Item, string?> Name = Table.Optional("name", i => i.Name);
    public static readonly Field<Item, string?> File = Table.Optional("file", i => i.File);
    public static readonly Field<Item, Box?> Box = Table.Optional("box", i => i.Box);
    public static readonly Field<Item, int?> Depth = Box.Optional("depth", b => b.Depth);
    public static readonly Field<Item, Extra?> Extra = Box.Optional("extra", b => b.Extra);
    public static readonly Field<Item, string?> ExtraNote = Extra.Optional("note", e => e.Note);
    public static readonly Field<Item, string?> Code = Table.Optional("code", i => i.Code);
    public static readonly Field<Item, string?> Rate = Table.Optional("rate", i => i.Rate);
    public static readonly Field<Item, Part[]?> Pieces = Table.Optional("pieces", i => i.Pieces);
    public static readonly Field<Item, int?> PieceSize = Pieces.Each().Optional("size", p => p.Size);
    public static readonly Field<Item, int?> Letters = Table.Optional("letters", i => i.Letters);
}

public sealed class Renamed : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.ItemTable.Weight, ItemTable.Grams);
        up.Nest([Old.ItemTable.Depth, Old.ItemTable.Extra], ItemTable.Box);
        up.Rename(Old.ItemTable.Parts, ItemTable.Pieces);
    }
}
