namespace TypedMigrations.Testing.Generating;

/// <summary>Instants in UTC and whole milliseconds, days and spans of time.</summary>
internal static class TimeValues
{
    private static readonly DateTime[] OddInstants =
    [
        DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), DateTime.UnixEpoch, DateTime.UnixEpoch.AddMilliseconds(-1),
        At(1, 1, 3), At(1582, 10, 15), At(1899, 12, 30), At(1970, 1, 2), At(2000, 2, 29), At(2024, 2, 29), At(2038, 1, 19).AddSeconds(11_648), At(2262, 4, 12), At(9999, 12, 29),
        At(2024, 12, 31).AddDays(1).AddMilliseconds(-1), At(2020, 10, 27).AddMilliseconds(1),
    ];

    private static readonly DateOnly[] OddDays = [DateOnly.MinValue, DateOnly.MaxValue, new(1970, 1, 1), new(1900, 2, 28), new(2000, 2, 29), new(2024, 2, 29), new(2024, 12, 31)];

    private static readonly TimeOnly[] OddTimes = [TimeOnly.MinValue, TimeOnly.MaxValue, new(0, 0, 0, 1), new(12, 0), new(23, 59, 59)];

    private static readonly TimeSpan[] OddSpans =
        [TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1), TimeSpan.FromDays(-1), TimeSpan.FromHours(24), TimeSpan.FromMilliseconds(1)];

    public static DateTime Instant(Draw draw) => Unambiguous(draw.IsOdd() ? draw.OneOf(OddInstants) : At(2000, 1, 1).AddDays(draw.Small(13)).AddMinutes(draw.Small(10)));

    public static DateOnly Day(Draw draw) => draw.IsOdd() ? draw.OneOf(OddDays) : new DateOnly(2000, 1, 1).AddDays(draw.Small(13));

    public static TimeOnly TimeOfDay(Draw draw) => draw.IsOdd() ? draw.OneOf(OddTimes) : TimeOnly.MinValue.AddMinutes(draw.Small(10));

    public static TimeSpan Span(Draw draw) => draw.IsOdd() ? draw.OneOf(OddSpans) : TimeSpan.FromSeconds(draw.Small(16));

    private static DateTime At(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Of the hour that the end of summer time repeats on this machine, LiteDB reads one pass for the other.</summary>
    private static DateTime Unambiguous(DateTime instant) => TimeZoneInfo.Local.IsAmbiguousTime(instant.ToLocalTime()) ? instant.AddHours(3) : instant;
}
