namespace TypedMigrations.LiteDb.Tests.Modules.Custom.M20240101_Before;

public sealed record Item(string Id, string? Code, string? Name);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, string> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string?> Code = Table.Optional("code", i => i.Code);
    public static readonly Field<Item, string?> Name = Table.Optional("name", i => i.Name);
}

public sealed class Before : Migration;
