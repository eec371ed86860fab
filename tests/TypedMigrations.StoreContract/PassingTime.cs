namespace TypedMigrations.StoreContract;

/// <summary>A clock that passes only when somebody waits for it, and then at once.</summary>
public sealed class PassingTime(DateTimeOffset start) : TimeProvider
{
    private (TimeSpan At, Action Then)? _next;

    /// <summary>How much has passed.</summary>
    public TimeSpan Passed { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Does something as soon as so much has passed.</summary>
    public void At(TimeSpan at, Action then) => _next = (at, then);

    public override DateTimeOffset GetUtcNow() => start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Passed += dueTime;
        if (_next is var (at, then) && Passed >= at)
        {
            _next = null;
            then();
        }

        return new Fired(callback, state, dueTime);
    }

    /// <summary>A timer that is due when it is made.</summary>
    private sealed class Fired : ITimer
    {
        public Fired(TimerCallback callback, object? state, TimeSpan dueTime)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
                ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
