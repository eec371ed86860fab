namespace TypedMigrations.LiteDb.Tests.Modules.Big.M20240101_Before;

public sealed record Item(int Id, string? OldName, string? Number, byte[]? Data);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, int> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string?> OldName = Table.Optional("old_name", i => i.OldName);
    public static readonly Field<Item, string?> Number = Table.Optional("number", i => i.Number);
    public static readonly Field<Item, byte[]?> Data = Table.Optional("data", i => i.Data);
}

public sealed class Before : Migration;
