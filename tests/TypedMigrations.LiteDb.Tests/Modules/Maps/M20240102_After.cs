using LiteDB;
using Old = TypedMigrations.LiteDb.Tests.Modules.Maps.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Maps.M20240102_After;

public sealed record Owner(ObjectId Id, string Name, string Initial);

public sealed record Item(int Id, Dictionary<string, Part>? Parts, Dictionary<string, List<Part>>? Groups, List<List<Part>>? Grid);

public sealed record Part(string? Title, string? Size, Look? Look, int Weight, ObjectId? Owner);

public sealed record Look(string? Color);

public sealed record Stock(string Id, string Place, int? Count);

public static class OwnerTable
{
    public static readonly Table<Owner> Table = new("owners");
    public static readonly Field<Owner, ObjectId> Id = Table.Key(o => o.Id);
    public static readonly Field<Owner, string> Name = Table.Required("Name", o => o.Name);
    public static readonly Field<Owner, string> Initial = Table.Required("Initial", o => o.Initial);
}

public static class ItemTable
{
    public static readonly Table<Item> Table = new("items");
    public static readonly Field<Item, int> Id = Table.Key(i => i.Id);
    public static readonly Field<Item, Dictionary<string, Part>?> Parts = Table.Optional("Parts", i => i.Parts);
    public static readonly Field<Item, Dictionary<string, List<Part>>?> Groups = Table.Optional("Groups", i => i.Groups);
    public static readonly Field<Item, List<List<Part>>?> Grid = Table.Optional("Grid", i => i.Grid);
}

public static class PartFields
{
    public static readonly Field<Item, string?> Title = ItemTable.Parts.EachValue().Optional("Title", p => p.Title);
    public static readonly Field<Item, string?> Size = ItemTable.Parts.EachValue().Optional("Size", p => p.Size);
    public static readonly Field<Item, Look?> Look = ItemTable.Parts.EachValue().Optional("Look", p => p.Look);
    public static readonly Field<Item, string?> Color = Look.Optional("Color", l => l.Color);
    public static readonly Field<Item, int> Weight = ItemTable.Parts.EachValue().Required("Weight", p => p.Weight);
    public static readonly Field<Item, ObjectId?> Owner = ItemTable.Parts.EachValue().Optional("Owner", p => p.Owner);
    public static readonly Reference ToOwner = Owner.References(OwnerTable.Id);
}

public static class GroupFields
{
    public static readonly Field<Item, string?> Title = ItemTable.Groups.EachValue().Each().Optional("Title", p => p.Title);
    public static readonly Field<Item, string?> Size = ItemTable.Groups.EachValue().Each().Optional("Size", p => p.Size);
    public static readonly Field<Item, Look?> Look = ItemTable.Groups.EachValue().Each().Optional("Look", p => p.Look);
    public static readonly Field<Item, string?> Color = Look.Optional("Color", l => l.Color);
    public static readonly Field<Item, int> Weight = ItemTable.Groups.EachValue().Each().Required("Weight", p => p.Weight);
    public static readonly Field<Item, ObjectId?> Owner = ItemTable.Groups.EachValue().Each().Optional("Owner", p => p.Owner);
    public static readonly Reference ToOwner = Owner.References(OwnerTable.Id);
}

public static class GridFields
{
    public static readonly Field<Item, string?> Title = ItemTable.Grid.Each().Each().Optional("Title", p => p.Title);
    public static readonly Field<Item, string?> Size = ItemTable.Grid.Each().Each().Optional("Size", p => p.Size);
    public static readonly Field<Item, Look?> Look = ItemTable.Grid.Each().Each().Optional("Look", p => p.Look);
    public static readonly Field<Item, string?> Color = Look.Optional("Color", l => l.Color);
    public static readonly Field<Item, int> Weight = ItemTable.Grid.Each().Each().Required("Weight", p => p.Weight);
    public static readonly Field<Item, ObjectId?> Owner = ItemTable.Grid.Each().Each().Optional("Owner", p => p.Owner);
    public static readonly Reference ToOwner = Owner.References(OwnerTable.Id);
}

public static class StockTable
{
    public static readonly Table<Stock> Table = new("stocks");
    public static readonly Field<Stock, string> Id = Table.Key(s => s.Id);
    public static readonly Field<Stock, string> Place = Table.Required("Place", s => s.Place);
    public static readonly Field<Stock, int?> Count = Table.Optional("Count", s => s.Count);
}

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        up.Rekey(Old.OwnerTable.Id, OwnerTable.Id, old => new ObjectId(0, 0, 0, old.Id));
        up.Fill(OwnerTable.Initial, Old.OwnerTable.Table, (owner, _) => owner.Name[..1]).KeepMisfits();
        up.Extract(Old.ItemTable.Stock, StockTable.Table, (item, entry, place) => new Stock($"{item.Id}/{place}", entry.Key, entry.Value.Count));
        up.Rename(Old.PartFields.Name, PartFields.Title);
        up.Convert(Old.PartFields.Size, PartFields.Size, size => size + " cm");
        up.Move(Old.PartFields.Color, PartFields.Color);
        up.Drop(Old.PartFields.Note);
        up.Fill(PartFields.Weight, 7);
        up.Rename(Old.GroupFields.Name, GroupFields.Title);
        up.Convert(Old.GroupFields.Size, GroupFields.Size, size => size + " cm");
        up.Move(Old.GroupFields.Color, GroupFields.Color);
        up.Drop(Old.GroupFields.Note);
        up.Fill(GroupFields.Weight, 7);
        up.Rename(Old.GridFields.Name, GridFields.Title);
        up.Convert(Old.GridFields.Size, GridFields.Size, size => size + " cm");
        up.Move(Old.GridFields.Color, GridFields.Color);
        up.Drop(Old.GridFields.Note);
        up.Fill(GridFields.Weight, 7);
    }
}
