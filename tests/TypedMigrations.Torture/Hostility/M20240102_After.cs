#pragma warning disable TM0111 // A hostile module is told by live code what to do wrong.
using System.Globalization;
using Old = TypedMigrations.Torture.Hostility.M20240101_Before;

namespace TypedMigrations.Torture.Hostility.M20240102_After;

public sealed record Thing(string Id, string Name, string Size, IReadOnlyDictionary<string, object?>? More = null);

public sealed record Odd(string Id, string Name, string Size);

public sealed record Owner(string Id, string ThingId);

public sealed record Part(string Id, string Name);

public static class ThingTable
{
    public static readonly Table<Thing> Table = new("things");
    public static readonly Field<Thing, string> Id = Table.Key(t => t.Id);
    public static readonly Field<Thing, string> Name = Table.Required("name", t => t.Name);
    public static readonly Field<Thing, string> Size = Table.Required("size", t => t.Size);
    public static readonly Field<Thing, IReadOnlyDictionary<string, object?>?> More = Table.Optional("more", t => t.More);
    public static readonly Index<Thing> ByName = Table.UniqueIndex("idx_things_name", Name);
}

public static class OwnerTable
{
    public static readonly Table<Owner> Table = new("owners");
    public static readonly Field<Owner, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Owner, string> ThingId = Table.Required("thing_id", o => o.ThingId);
    public static readonly Reference ToThing = ThingId.References(ThingTable.Id);
}

public static class PartTable
{
    public static readonly Table<Part> Table = new("parts");
    public static readonly Field<Part, string> Id = Table.Key(p => p.Id);
    public static readonly Field<Part, string> Name = Table.Required("name", p => p.Name);
}

public sealed class After : Migration
{
    public override void Up(Steps up)
    {
        Deed.At("up");
        up.Convert(Old.ThingTable.Kind, ThingTable.Size, kind => Deed.At("convert") ?? kind.ToUpperInvariant());
        up.Fill(ThingTable.More, Old.ThingTable.Table, (thing, _) => Deed.Deep(thing.Id));
        up.Rekey(Old.ThingTable.Id, ThingTable.Id, thing => Deed.At("key") ?? thing.Id.ToString("D6", CultureInfo.InvariantCulture));
        up.MakeUnique(ThingTable.Name, (name, number) => Deed.At("rename") ?? $"{name} {number}");
        up.InsertMany(Old.ThingTable.Table, PartTable.Table, (thing, _) => Deed.Endless("derive") is { } endless
            ? endless.Select(number => new Part($"{thing.Id}:{number}", "endless"))
            : [new Part($"{thing.Id}:1", Deed.At("derive") ?? thing.Name)]);
    }
}

public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds)
    {
        Deed.At("seed");
        seeds.Insert(PartTable.Table, (Deed.Endless("seed") ?? Enumerable.Range(0, 5)).Select(number => new Part($"seed {number}", Deed.At("seeded record") ?? "seed")));
    }
}
