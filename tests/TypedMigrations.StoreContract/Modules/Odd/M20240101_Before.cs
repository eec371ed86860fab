namespace TypedMigrations.StoreContract.Modules.Odd.M20240101_Before;

public sealed record Item(string Id, string? Weight, string? State, string? First, string? Last, string? Path, string? Json, string[]? Codes, double? Rate, Part[]? Parts);

public sealed record Part(string? Size);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string?> Weight = Table.Optional("weight", i => i.Weight);
    public static readonly Field<Item, string?> State = Table.Optional("state", i => i.State);
    public static readonly Field<Item, string?> First = Table.Optional("first", i => i.First);
    public static readonly Field<Item, string?> Last = Table.Optional("last", i => i.Last);
    public static readonly Field<Item, string?> Path = Table.Optional("path", i => i.Path);
    public static readonly Field<Item, string?> Json = Table.Optional("json", i => i.Json);
    public static readonly Field<Item, string[]?> Codes = Table.Optional("codes", i => i.Codes);
    public static readonly Field<Item, double?> Rate = Table.Optional("rate", i => i.Rate);
    public static readonly Field<Item, Part[]?> Parts = Table.Optional("parts", i => i.Parts);
    public static readonly Field<Item, string?> PartSize = Parts.Each().Optional("size", p => p.Size);
}

public sealed class Before : Migration;
