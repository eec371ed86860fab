namespace TypedMigrations.Torture.Children;

/// <summary>A clock that jumps, more often back than forth, by anything from a millisecond to years. Its timers are the system's.</summary>
internal sealed class JumpingClock(int seed) : TimeProvider
{
    private readonly Random _random = new(seed);
    private DateTimeOffset _now = new(2024, 2, 29, 23, 59, 59, 999, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_random)
        {
            var milliseconds = Math.Pow(10, _random.Next(0, 12)) * _random.NextDouble();
            var jump = TimeSpan.FromMilliseconds(_random.Next(3) == 0 ? milliseconds : -milliseconds);
            // Journals of the years 1970 to 2100 are what a wrong clock makes.
            if ((_now + jump).Year is > 1970 and < 2100)
                _now += jump;
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}
