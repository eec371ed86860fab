namespace TypedMigrations.LiteDb.Tests.Modules.Maps.M20240101_Before;

public sealed record Owner(int Id, string Name);

public sealed record Item(int Id, Dictionary<string, Part>? Parts, Dictionary<string, List<Part>>? Groups, List<List<Part>>? Grid, Dictionary<string, Stock>? Stock);

public sealed record Part(string? Name, int? Size, string? Color, string? Note, int? Owner);

public sealed record Stock(int? Count);

public static class OwnerTable
{
    public static readonly Table<Owner> Table = new("owners");
    public static readonly Field<Owner, int> Id = Table.Key(o => o.Id);
    public static readonly Field<Owner, string> Name = Table.Required("Name", o => o.Name);
}

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, int> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, Dictionary<string, Part>?> Parts = Table.Optional("Parts", i => i.Parts);
    public static readonly Field<Item, Dictionary<string, List<Part>>?> Groups = Table.Optional("Groups", i => i.Groups);
    public static readonly Field<Item, List<List<Part>>?> Grid = Table.Optional("Grid", i => i.Grid);
    public static readonly Field<Item, Dictionary<string, Stock>?> Stock = Table.Optional("Stock", i => i.Stock);
    public static readonly Field<Item, int?> Count = Stock.EachValue().Optional("Count", s => s.Count);
}

public static class PartFields
{
    public static readonly Field<Item, string?> Name = ItemTable.Parts.EachValue().Optional("Name", p => p.Name);
    public static readonly Field<Item, int?> Size = ItemTable.Parts.EachValue().Optional("Size", p => p.Size);
    public static readonly Field<Item, string?> Color = ItemTable.Parts.EachValue().Optional("Color", p => p.Color);
    public static readonly Field<Item, string?> Note = ItemTable.Parts.EachValue().Optional("Note", p => p.Note);
    public static readonly Field<Item, int?> Owner = ItemTable.Parts.EachValue().Optional("Owner", p => p.Owner);
    public static readonly Reference ToOwner = Owner.References(OwnerTable.Id);
}

public static class GroupFields
{
    public static readonly Field<Item, string?> Name = ItemTable.Groups.EachValue().Each().Optional("Name", p => p.Name);
    public static readonly Field<Item, int?> Size = ItemTable.Groups.EachValue().Each().Optional("Size", p => p.Size);
    public static readonly Field<Item, string?> Color = ItemTable.Groups.EachValue().Each().Optional("Color", p => p.Color);
    public static readonly Field<Item, string?> Note = ItemTable.Groups.EachValue().Each().Optional("Note", p => p.Note);
    public static readonly Field<Item, int?> Owner = ItemTable.Groups.EachValue().Each().Optional("Owner", p => p.Owner);
    public static readonly Reference ToOwner = Owner.References(OwnerTable.Id);
}

public static class GridFields
{
    public static readonly Field<Item, string?> Name = ItemTable.Grid.Each().Each().Optional("Name", p => p.Name);
    public static readonly Field<Item, int?> Size = ItemTable.Grid.Each().Each().Optional("Size", p => p.Size);
    public static readonly Field<Item, string?> Color = ItemTable.Grid.Each().Each().Optional("Color", p => p.Color);
    public static readonly Field<Item, string?> Note = ItemTable.Grid.Each().Each().Optional("Note", p => p.Note);
    public static readonly Field<Item, int?> Owner = ItemTable.Grid.Each().Each().Optional("Owner", p => p.Owner);
    public static readonly Reference ToOwner = Owner.References(OwnerTable.Id);
}

public sealed class Before : Migration;
