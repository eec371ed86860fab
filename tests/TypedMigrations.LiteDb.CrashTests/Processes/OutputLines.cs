namespace TypedMigrations.LiteDb.CrashTests.Processes;

/// <summary>The lines that a process writes, some of which somebody waits for.</summary>
internal sealed class OutputLines
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(Predicate<string> IsAwaited, TaskCompletionSource<string?> Found)> _waiting = [];
    private bool _ended;

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <param name="line">A line; null for the end.</param>
    public void Add(string? line)
    {
        lock (_lock)
        {
            _ended |= line is null;
            if (line is not null)
                _lines.Add(line);
            foreach (var (_, found) in _waiting.Where(waiting => line is null || waiting.IsAwaited(line)))
                found.TrySetResult(line);
        }
    }

    /// <returns>The first such line, or null where the process ended without it.</returns>
    public Task<string?> WaitForAsync(Predicate<string> isAwaited, CancellationToken timeout)
    {
        lock (_lock)
        {
            if (_lines.Find(isAwaited) is { } line)
                return Task.FromResult<string?>(line);
            if (_ended)
                return Task.FromResult<string?>(null);

            var found = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((isAwaited, found));
            return found.Task.WaitAsync(timeout);
        }
    }
}
