namespace TypedMigrations.Testing.Tests.Generating.Unknown.M20240101_Unknown;

public sealed record Thing(int Id, Half Size);

public static class ThingTable
{
    public static readonly Table<Thing> Table = new("things");
    public static readonly Field<Thing, int> Id = Table.Key(t => t.Id);
    public static readonly Field<Thing, Half> Size = Table.Required("size", t => t.Size);
}

public sealed class Unknown : Migration;
