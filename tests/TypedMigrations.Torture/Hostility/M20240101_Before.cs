namespace TypedMigrations.Torture.Hostility.M20240101_Before;

public sealed record Thing(int Id, string Name, string Kind);

public sealed record Owner(string Id, int ThingId);

public static class ThingTable
{
    public static readonly Table<Thing> Table = new("things");
    public static readonly Field<Thing, int> Id = Table.Key(t => t.Id);
    public static readonly Field<Thing, string> Name = Table.Required("name", t => t.Name);
    public static readonly Field<Thing, string> Kind = Table.Required("kind", t => t.Kind);
}

public static class OwnerTable
{
    public static readonly Table<Owner> Table = new("owners");
    public static readonly Field<Owner, string> Id = Table.Key(o => o.Id);
    public static readonly Field<Owner, int> ThingId = Table.Required("thing_id", o => o.ThingId);
    public static readonly Reference ToThing = ThingId.References(ThingTable.Id);
}

public sealed class Before : Migration;
