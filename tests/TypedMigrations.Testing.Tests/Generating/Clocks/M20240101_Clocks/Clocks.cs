using TypedMigrations.Testing.Tests.Generating.Kinds.M20240101_EveryKind;

namespace TypedMigrations.Testing.Tests.Generating.Clocks.M20240101_Clocks;

public sealed record Clock(int Id, TimeOnly Time, string OwnerId);

public static class ClockTable
{
    public static readonly Table<Clock> Table = new("clocks");
    public static readonly Field<Clock, int> Id = Table.Key(c => c.Id);
    public static readonly Field<Clock, TimeOnly> Time = Table.Required("time", c => c.Time);
    public static readonly Field<Clock, string> OwnerId = Table.Required("owner_id", c => c.OwnerId);
    public static readonly Reference ToOwner = OwnerId.References(PersonTable.Id);
}

[DependsOn<EveryKind>]
public sealed class Clocks : Migration;
