using System.Diagnostics;
using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>What a run does when nobody kills it: its events, and how long it takes from the first one to the end.</summary>
internal sealed record UndisturbedRun(IReadOnlyList<string> Events, TimeSpan Duration)
{
    private static readonly Lazy<Task<UndisturbedRun>> LazyOfPlain = new(() => RunAsync(Original.Plain));

    /// <summary>A run on the plain file. It also proves that the history is carried out.</summary>
    public static Task<UndisturbedRun> OfPlain => LazyOfPlain.Value;

    /// <summary>The events of some kinds.</summary>
    public IReadOnlyList<string> EventsOf(params string[] kinds) => [.. Events.Where(happened => kinds.Any(kind => happened.StartsWith(kind, StringComparison.Ordinal)))];

    private static async Task<UndisturbedRun> RunAsync(Original original)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var workplace = new Workplace(original);
        await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006");
        await child.FirstEventAsync(timeout.Token);
        var started = Stopwatch.GetTimestamp();
        Assert.That(await child.ExitAsync(timeout.Token), Is.Zero, child.Story);
        var duration = Stopwatch.GetElapsedTime(started);

        workplace.IsFinished();
        return new UndisturbedRun([.. child.Events], duration);
    }
}
