using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>A process is killed in a room that it is known to be in: it says each event of its run, and waits for its end at one of them.</summary>
/// <remarks>Each next process finds what the killed one left, and is killed further on. The last one is let go on to the end.</remarks>
[Property("Behavior", 49)]
public sealed class MigrationIsKilledAtAnEvent
{
    private static readonly string[] InTheMiddle =
    [
        "Progress 20201026_VerifiedAccounts accounts 20000",
        "Progress 20201027_ManyRoles accounts 20000",
        "Progress 20201111_TimesInNanoseconds roles 20000",
    ];

    [TestCase("Planned, Copied, Adopted"), TestCase("Migrating, Migrated"), TestCase("Progress"), TestCase("Verified")]
    [CancelAfter(300_000)]
    public async Task DatabaseIsExactlyAsBeforeAndTheNextStartFinishes(string kinds, CancellationToken timeout) =>
        await KillAsync(Original.Plain, Kills.Of((await UndisturbedRun.OfPlain).EventsOf(kinds.Split(", "))), State.Before, timeout);

    [Test, CancelAfter(300_000)]
    public async Task DatabaseIsExactlyAsAfterWhenItWasSwappedInAndTheNextStartHasNothingToDo(CancellationToken timeout) =>
        await KillAsync(Original.Plain, ["SwappedIn"], State.After, timeout);

    /// <summary>Tens of thousands of documents: while one thread reads them and another one writes them.</summary>
    [Test, CancelAfter(300_000)]
    public async Task DatabaseIsExactlyAsBeforeInTheMiddleOfAPassAndTheNextStartFinishes(CancellationToken timeout) =>
        await KillAsync(Original.Large, InTheMiddle, State.Before, timeout);

    private static async Task KillAsync(Original original, IEnumerable<string> events, State expected, CancellationToken timeout)
    {
        using var workplace = new Workplace(original);
        foreach (var happened in events)
        {
            await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006", $"--wait-at={happened}");
            await child.EventAsync(happened, timeout);
            await child.KillAsync(timeout);

            Assert.That(workplace.FindState(), Is.EqualTo(expected), happened);
            await TestContext.Out.WriteLineAsync($"killed at {happened}: {expected}");
        }

        await workplace.FinishAsync(timeout);
    }
}
