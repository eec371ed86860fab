using System.Globalization;
using Old = TypedMigrations.LiteDb.Tests.Modules.Scattered.M20240101_Before;

namespace TypedMigrations.LiteDb.Tests.Modules.Scattered.M20240102_After;

public sealed record Thing(int Id, string? Name, int? Count, int? Total, Crate? Crate, Entry[]? Entries, string[]? Tags, string? Code);

public sealed record Crate(string? Label, string? Size, string? Color, string? Form, string? Place);

public sealed record Entry(string? Number, Info? Info, string? Text);

public sealed record Info(int? Amount);

public static class ThingTable
{
    public static readonly Table<Thing> Table = new("things");
    public static readonly Field<Thing, int> Id = Table.Key(t => t.Id);
    public static readonly Field<Thing, string?> Name = Table.Optional("name", t => t.Name);
    public static readonly Field<Thing, int?> Count = Table.Optional("count", t => t.Count);
    public static readonly Field<Thing, int?> Total = Table.Optional("total", t => t.Total);
    public static readonly Field<Thing, Crate?> Crate = Table.Optional("crate", t => t.Crate);
    public static readonly Field<Thing, string?> Label = Crate.Optional("label", c => c.Label);
    public static readonly Field<Thing, string?> Size = Crate.Optional("size", c => c.Size);
    public static readonly Field<Thing, string?> Color = Crate.Optional("color", c => c.Color);
    public static readonly Field<Thing, string?> Form = Crate.Optional("form", c => c.Form);
    public static readonly Field<Thing, string?> Place = Crate.Optional("place", c => c.Place);
    public static readonly Field<Thing, Entry[]?> Entries = Table.Optional("entries", t => t.Entries);
    public static readonly Field<Thing, string?> Number = Entries.Each().Optional("number", e => e.Number);
    public static readonly Field<Thing, Info?> Info = Entries.Each().Optional("info", e => e.Info);
    public static readonly Field<Thing, int?> Amount = Info.Optional("amount", i => i.Amount);
    public static readonly Field<Thing, string?> Text = Entries.Each().Optional("text", e => e.Text);
    public static readonly Field<Thing, string[]?> Tags = Table.Optional("tags", t => t.Tags);
    public static readonly Field<Thing, string?> Code = Table.Optional("code", t => t.Code);
}

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        up.Rename(Old.ThingTable.Name, ThingTable.Name);
        up.Move(Old.ThingTable.Place, ThingTable.Place);
        up.Copy(Old.ThingTable.Count, ThingTable.Total);
        up.Rename(Old.ThingTable.Box, ThingTable.Crate);
        up.Convert(Old.ThingTable.Size, ThingTable.Size, size => (size ?? 0).ToString(CultureInfo.InvariantCulture) + " cm").KeepMisfits();
        up.Hoist(Old.ThingTable.Lid);
        up.Rename(Old.ThingTable.Shape, ThingTable.Form);
        up.Rename(Old.ThingTable.Items, ThingTable.Entries);
        up.Rename(Old.ThingTable.Nr, ThingTable.Number);
        up.Nest([Old.ThingTable.Amount], ThingTable.Info);
        up.Hoist(Old.ThingTable.Note);
        up.Wrap(Old.ThingTable.Tag, ThingTable.Tags);
        up.Unwrap(Old.ThingTable.Codes, ThingTable.Code).KeepMisfits();
    }
}
