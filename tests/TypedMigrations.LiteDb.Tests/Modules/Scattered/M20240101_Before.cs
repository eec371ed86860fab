namespace TypedMigrations.LiteDb.Tests.Modules.Scattered.M20240101_Before;

public sealed record Thing(int Id, string? Name, string? Place, int? Count, Box? Box, Item[]? Items, string? Tag, string[]? Codes);

public sealed record Box(string? Label, int? Size, Lid? Lid);

public sealed record Lid(string? Color, string? Shape);

public sealed record Item(string? Nr, int? Amount, Note? Note);

public sealed record Note(string? Text);

public static class ThingTable
{
    public static readonly Table<Thing> Table = new("things");
    public static readonly Field<Thing, int> Id = Table.Key(t => t.Id);
    public static readonly Field<Thing, string?> Name = Table.Optional("Name", t => t.Name);
    public static readonly Field<Thing, string?> Place = Table.Optional("place", t => t.Place);
    public static readonly Field<Thing, int?> Count = Table.Optional("count", t => t.Count);
    public static readonly Field<Thing, Box?> Box = Table.Optional("box", t => t.Box);
    public static readonly Field<Thing, string?> Label = Box.Optional("label", b => b.Label);
    public static readonly Field<Thing, int?> Size = Box.Optional("size", b => b.Size);
    public static readonly Field<Thing, Lid?> Lid = Box.Optional("lid", b => b.Lid);
    public static readonly Field<Thing, string?> Color = Lid.Optional("color", l => l.Color);
    public static readonly Field<Thing, string?> Shape = Lid.Optional("shape", l => l.Shape);
    public static readonly Field<Thing, Item[]?> Items = Table.Optional("items", t => t.Items);
    public static readonly Field<Thing, string?> Nr = Items.Each().Optional("nr", i => i.Nr);
    public static readonly Field<Thing, int?> Amount = Items.Each().Optional("amount", i => i.Amount);
    public static readonly Field<Thing, Note?> Note = Items.Each().Optional("note", i => i.Note);
    public static readonly Field<Thing, string?> NoteText = Note.Optional("text", n => n.Text);
    public static readonly Field<Thing, string?> Tag = Table.Optional("tag", t => t.Tag);
    public static readonly Field<Thing, string[]?> Codes = Table.Optional("codes", t => t.Codes);
}

public sealed class Before : Migration;
