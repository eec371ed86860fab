using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Sharing;

/// <summary>Two real processes on one file. Threads of one process would hide what is tested here.</summary>
public sealed class TwoProcessesStartAtOnce
{
    [Test, Property("Behavior", 56), Property("Behavior", 62), CancelAfter(120_000)]
    public async Task InSharedModeOneAppliesAndTheOtherWaitsAndHasNothingToDo(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await using var first = Start(workplace, ";Connection=shared", "--hold");
        await using var second = Start(workplace, ";Connection=shared", "--hold");

        // Both have the database now, at one time.
        await first.LineAsync("holding", timeout);
        await second.LineAsync("holding", timeout);

        Assert.That(Results(first, second), Is.EquivalentTo(["applied 7", "nothing to do"]));
        Assert.That(first.Output.Concat(second.Output).Count(line => line == "2000 accounts"), Is.EqualTo(2), "Both see the accounts.");
        Assert.That(new[] { await first.EndAsync(timeout), await second.EndAsync(timeout) }, Is.All.Zero);
        workplace.IsFinished();
    }

    [Test, Property("Behavior", 56), CancelAfter(120_000)]
    public async Task InDirectModeOneAppliesAndTheOtherSaysWhoHoldsIt(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await using var first = Start(workplace, "", "--hold", "--lock-timeout=1");
        await using var second = Start(workplace, "", "--hold", "--lock-timeout=1");

        var firstEnds = first.ExitAsync(timeout);
        var (holder, refused) = await Task.WhenAny(firstEnds, second.ExitAsync(timeout)) == firstEnds ? (second, first) : (first, second);
        await holder.LineAsync("holding", timeout);

        Assert.That(holder.Output, Does.Contain("applied 7"));
        Assert.That(refused.Output, Does.Contain("refused TM3001"));
        Assert.That(refused.Story, Does.Contain($"app.db is locked by process {holder.Id} "));
        Assert.That(await refused.ExitAsync(timeout), Is.EqualTo(1));
        Assert.That(await holder.EndAsync(timeout), Is.Zero);
        workplace.IsFinished();
    }

    [Test, Property("Behavior", 59), CancelAfter(120_000)]
    public async Task TheRefusedOneGetsInWhenTheHolderHasEnded(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await using var holder = Start(workplace, "", "--hold");
        await holder.LineAsync("holding", timeout);
        await using var refused = Start(workplace, "", "--lock-timeout=0");
        Assert.That(await refused.ExitAsync(timeout), Is.EqualTo(1));
        await holder.EndAsync(timeout);

        await using var next = Start(workplace, "", "--lock-timeout=0");
        Assert.That(await next.ExitAsync(timeout), Is.Zero, next.Story);
        Assert.That(next.Output, Does.Contain("nothing to do"));
    }

    [Test, Property("Behavior", 62), CancelAfter(120_000)]
    public async Task WhatIsPendingIsFoundAfterTheLockWasGot(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await using var holder = Start(workplace, "", "--hold");
        await holder.FirstEventAsync(timeout);
        await using var waiting = Start(workplace, "");
        var line = await waiting.LineAsync(IsWaiting, timeout);
        await holder.LineAsync("holding", timeout);
        await holder.EndAsync(timeout);

        Assert.That(await waiting.ExitAsync(timeout), Is.Zero, waiting.Story);
        Assert.That(line, Does.Contain($"process {holder.Id} "));
        Assert.That(waiting.Output, Does.Contain("nothing to do"));
        workplace.IsFinished();
    }

    internal static ChildProcess Start(Workplace workplace, string connection, params IEnumerable<string> arguments) =>
        ChildProcess.StartAccounts(workplace.ConnectionString + connection, ["--adopt-at=20201006", .. arguments]);

    internal static IEnumerable<string> Results(params IEnumerable<ChildProcess> processes) =>
        processes.Select(process => process.Output.Single(line => line.StartsWith("applied ", StringComparison.Ordinal) || line == "nothing to do"));

    internal static bool IsWaiting(string line) => line.Contains(" WaitingForLock ", StringComparison.Ordinal);
}
