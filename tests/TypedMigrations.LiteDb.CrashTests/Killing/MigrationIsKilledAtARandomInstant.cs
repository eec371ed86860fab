using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>A process is killed wherever it happens to be, in the midst of a write too.</summary>
public sealed class MigrationIsKilledAtARandomInstant
{
    [Test, CancelAfter(300_000)]
    public async Task PlainFileIsExactlyAsBeforeOrAsAfter(CancellationToken timeout) =>
        await KillAsync(Original.Plain, new Random(1), random => random.NextDouble(), timeout);

    [Test, CancelAfter(300_000)]
    public async Task EncryptedFileIsExactlyAsBeforeOrAsAfter(CancellationToken timeout) =>
        await KillAsync(Original.Encrypted, new Random(2), random => random.NextDouble(), timeout);

    /// <summary>The documents go from the log into the file right after the plan was made: most instants lie there.</summary>
    [Test, CancelAfter(300_000)]
    public async Task FileWithALogIsExactlyAsBeforeOrAsAfter(CancellationToken timeout) =>
        await KillAsync(Original.WithLog, new Random(3), random => Math.Pow(random.NextDouble(), 3), timeout);

    /// <summary>Each next process finds what the killed one left. When the database is as after, the next one begins anew.</summary>
    private static async Task KillAsync(Original original, Random random, Func<Random, double> nextInstant, CancellationToken timeout)
    {
        var duration = (await UndisturbedRun.OfPlain).Duration;
        for (var kills = 0; kills < Kills.PerSituation;)
        {
            using var workplace = new Workplace(original);
            var found = State.Before;
            for (; found == State.Before && kills < Kills.PerSituation; kills++)
            {
                var instant = duration * nextInstant(random);
                await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006");
                await child.FirstEventAsync(timeout);
                await Task.Delay(instant, timeout);
                await child.KillAsync(timeout);

                found = workplace.FindState();
                await TestContext.Out.WriteLineAsync($"killed after {instant.TotalMilliseconds:0} ms, after {child.Output[^1]}: {found}");
            }

            await workplace.FinishAsync(timeout);
        }
    }
}
