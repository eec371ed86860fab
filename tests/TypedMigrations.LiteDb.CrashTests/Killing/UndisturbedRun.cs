using System.Diagnostics;
using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>What a run does when nobody kills it: its events, and how long it takes from the first one to the end.</summary>
internal sealed record UndisturbedRun(IReadOnlyList<string> Events, TimeSpan Duration)
{
    private static readonly Lazy<Task<UndisturbedRun>> LazyOfPlain = new(() => RunAsync(Original.Plain));
    private static readonly Lazy<Task<UndisturbedRun>> LazyOfLarge = new(() => RunAsync(Original.Large));

    /// <summary>A run on some documents.</summary>
    public static Task<UndisturbedRun> OfPlain => LazyOfPlain.Value;

    /// <summary>A run on many documents.</summary>
    public static Task<UndisturbedRun> OfLarge => LazyOfLarge.Value;

    /// <summary>The numbers of the events of a kind.</summary>
    public IReadOnlyList<int> OrdinalsOf(string kind) =>
        [.. Enumerable.Range(0, Events.Count).Where(ordinal => Events[ordinal].StartsWith($"event {ordinal} {kind}", StringComparison.Ordinal))];

    private static async Task<UndisturbedRun> RunAsync(Original original)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var workplace = new Workplace(original);
        await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006");
        await child.LineAsync("event 0 ", timeout.Token);
        var started = Stopwatch.GetTimestamp();
        Assert.That(await child.ExitAsync(timeout.Token), Is.Zero, child.Story);
        var duration = Stopwatch.GetElapsedTime(started);

        workplace.IsFinished();
        return new UndisturbedRun([.. child.Output.Where(line => line.StartsWith("event ", StringComparison.Ordinal))], duration);
    }
}
