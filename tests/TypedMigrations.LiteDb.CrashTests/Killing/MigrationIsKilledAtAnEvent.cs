using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>A process is killed in a room that it is known to be in: it says each event of its run, and waits for its end at one of them.</summary>
/// <remarks>Each next process finds what the killed one left, and is killed further on. The last one is let go on to the end.</remarks>
public sealed class MigrationIsKilledAtAnEvent
{
    [TestCase("Planned"), TestCase("Copied"), TestCase("Adopted"), TestCase("Migrating"), TestCase("Progress"), TestCase("Migrated"), TestCase("Verified")]
    [Property("Behavior", 49), CancelAfter(300_000)]
    public async Task DatabaseIsExactlyAsBeforeAndTheNextStartFinishes(string kind, CancellationToken timeout) =>
        await KillAtEventsAsync(Original.Plain, (await UndisturbedRun.OfPlain).OrdinalsOf(kind), State.Before, timeout);

    [TestCase("SwappedIn"), CancelAfter(300_000)]
    public async Task DatabaseIsExactlyAsAfterAndTheNextStartHasNothingToDo(string kind, CancellationToken timeout) =>
        await KillAtEventsAsync(Original.Plain, (await UndisturbedRun.OfPlain).OrdinalsOf(kind), State.After, timeout);

    [Test, CancelAfter(300_000)]
    public async Task DatabaseIsExactlyAsBeforeWhenItIsBetweenTwoBatches(CancellationToken timeout)
    {
        var run = await UndisturbedRun.OfLarge;
        var betweenBatches = run.OrdinalsOf("Progress").Where(ordinal => run.Events[ordinal].EndsWith(" 20000", StringComparison.Ordinal)).ToList();
        await KillAtEventsAsync(Original.Large, betweenBatches, State.Before, timeout);
    }

    private static async Task KillAtEventsAsync(Original original, IReadOnlyList<int> ordinals, State expected, CancellationToken timeout)
    {
        Assert.That(ordinals, Is.Not.Empty, "A run has such events.");
        using var workplace = new Workplace(original);
        foreach (var ordinal in Kills.Of(ordinals))
        {
            await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006", $"--wait-at={ordinal}");
            var last = await child.LineAsync($"event {ordinal} ", timeout);
            await child.KillAsync(timeout);

            Assert.That(workplace.FindState(), Is.EqualTo(expected), last);
            await TestContext.Out.WriteLineAsync($"killed at {last}: {expected}");
        }

        await workplace.FinishAsync(timeout);
    }
}
