namespace TypedMigrations.LiteDb.Tests.Files;

/// <summary>A clock that stands still until time is passed.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<(TimeSpan At, Action Act)> _acts = [];

    public TimeSpan Passed { get; private set; }

    public DateTimeOffset Start { get; set; } = new(2020, 11, 20, 9, 14, 3, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Passed.Ticks;

    public override DateTimeOffset GetUtcNow() => Start + Passed;

    /// <summary>Does something once that much time has passed.</summary>
    public void At(TimeSpan at, Action act) => _acts.Add((at, act));

    public void Pass(TimeSpan interval)
    {
        Passed += interval;
        foreach (var due in _acts.Where(act => act.At <= Passed).ToList())
        {
            _acts.Remove(due);
            due.Act();
        }
    }
}
