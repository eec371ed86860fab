using System.Diagnostics;
using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Running;

/// <summary>Lets the rows try in turn, so that each gets its share of the time.</summary>
internal sealed class Torture(IReadOnlyList<Row> rows, TortureArguments arguments, Action<string> say)
{
    /// <summary>Far more than anything takes on a busy machine: whatever is not done by then hangs.</summary>
    public static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(3);

    private readonly Lock _lock = new();
    private readonly List<RowResult> _results = [.. rows.Select(row => new RowResult(row))];
    private readonly long _started = Stopwatch.GetTimestamp();

    public async Task<IReadOnlyList<RowResult>> RunAsync()
    {
        var workers = Enumerable.Range(0, Math.Max(Environment.ProcessorCount / 2, 2)).Select(_ => Task.Run(WorkAsync));
        await Task.WhenAll(workers);
        return _results;
    }

    private async Task WorkAsync()
    {
        while (TryTakeNext() is var (result, number))
        {
            var began = Stopwatch.GetTimestamp();
            await TryAsync(result, number);
            lock (_lock)
                result.Spent += Stopwatch.GetElapsedTime(began);
        }
    }

    private (RowResult Result, int Number)? TryTakeNext()
    {
        lock (_lock)
        {
            if (Stopwatch.GetElapsedTime(_started) >= arguments.Time)
                return null;

            var next = _results.Where(result => result.NotPossible is null && (arguments.Attempts is not { } most || result.Begun < most))
                .MinBy(result => (result.Spent.TotalSeconds + result.Begun) / result.Row.Weight);
            return next is null ? null : (next, next.Begun++);
        }
    }

    private async Task TryAsync(RowResult result, int number)
    {
        using var timeout = new CancellationTokenSource(Watchdog);
        var attempt = new Attempt(arguments.Seed + number, arguments.Attempts is not null && arguments.Rows.Count == 0, timeout.Token);
        Exception? failure = null;
        try
        {
            await result.Row.TryAsync(attempt);
        }
        catch (Exception exception)
        {
            failure = exception;
            say($"FAILED {result.Row.Name}, repeat it with --row {result.Row.Name} --seed {attempt.Seed} --attempts 1\n{(exception is LostException ? exception.Message : exception)}");
        }

        lock (_lock)
            result.Add(attempt, failure);
    }
}
