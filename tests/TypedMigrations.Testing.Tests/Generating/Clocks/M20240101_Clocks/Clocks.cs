namespace TypedMigrations.Testing.Tests.Generating.Clocks.M20240101_Clocks;

public sealed record Clock(int Id, TimeOnly Time);

public static class ClockTable
{
    public static readonly Table<Clock> Table = new("clocks");
    public static readonly Field<Clock, int> Id = Table.Key(c => c.Id);
    public static readonly Field<Clock, TimeOnly> Time = Table.Required("time", c => c.Time);
}

public sealed class Clocks : Migration;
