using System.Globalization;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Waits for something that other processes decide, by asking again and again.</summary>
/// <param name="time">The clock.</param>
/// <param name="pause">Lets a short time pass, less where it is cancelled.</param>
internal sealed class LockWait(TimeProvider time, Action<TimeSpan, CancellationToken> pause)
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(5);

    /// <summary>Waits in real time.</summary>
    public static LockWait Real { get; } = new(TimeProvider.System, (interval, cancellation) => cancellation.WaitHandle.WaitOne(interval));

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Asks until the answer is yes, or the time is over.</summary>
    /// <returns>Whether the answer was yes.</returns>
    public bool Until(Func<bool> isDone, TimeSpan timeout, Action<TimeSpan> onWaiting, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var tellAt = TimeSpan.Zero;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (isDone())
                return true;

            var waited = time.GetElapsedTime(started);
            var left = timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : timeout - waited;
            if (left <= TimeSpan.Zero)
                return false;

            if (waited >= tellAt)
            {
                onWaiting(waited);
                tellAt = waited + TellEvery;
            }

            pause(left < AskEvery ? left : AskEvery, cancellation);
        }
    }

    /// <summary>A time as people read it.</summary>
    public static string InSeconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
