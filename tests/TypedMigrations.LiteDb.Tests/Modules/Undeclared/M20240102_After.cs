using Old = TypedMigrations.LiteDb.Tests.Modules.Undeclared.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Undeclared.M20240102_After;

public sealed record Item(int Id, string? Label, Home? Home, IReadOnlyList<Phone>? Phones);

public sealed record Home(string? City);

public sealed record Phone(decimal? Size);

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, int> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, string?> Label = Table.Optional("label", i => i.Label);
    public static readonly Field<Item, Home?> Home = Table.Optional("home", i => i.Home);
    public static readonly Field<Item, string?> City = Home.Optional("city", h => h.City);
    public static readonly Field<Item, IReadOnlyList<Phone>?> Phones = Table.Optional("phones", i => i.Phones);
    public static readonly Field<Item, decimal?> Size = Phones.Each().Optional("size", p => p.Size);
}

public sealed class After : Migration
{
    public override void Up(Steps up) => up.Convert(Old.ItemTable.Size, ItemTable.Size, size => size is null ? null : size * 1.50m);
}
