using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>The application itself, as its users start it, is killed while it migrates.</summary>
public sealed class HostIsKilled
{
    [Test, CancelAfter(300_000)]
    public async Task DatabaseIsExactlyAsBeforeOrAsAfterAndTheNextStartFinishesAndServes(CancellationToken timeout)
    {
        var random = new Random(4);
        var duration = (await UndisturbedRun.OfPlain).Duration;
        for (var kill = 0; kill <= Kills.PerSituation; kill++)
        {
            using var workplace = new Workplace(Original.Plain);
            var instant = duration * random.NextDouble();
            await using (var killed = Start(workplace))
            {
                await killed.LineAsync(line => line.Contains("1 migrations to adopt, 12 to apply", StringComparison.Ordinal), timeout);
                await Task.Delay(instant, timeout);
                await killed.KillAsync(timeout);
            }

            var found = workplace.FindState();
            await TestContext.Out.WriteLineAsync($"killed after {instant.TotalMilliseconds:0} ms: {found}");
            await FinishAsync(workplace, found, timeout);
        }
    }

    private static async Task FinishAsync(Workplace workplace, State found, CancellationToken timeout)
    {
        await using (var next = Start(workplace))
        {
            await next.LineAsync(line => line.Contains("Now listening on: ", StringComparison.Ordinal), timeout);
            Assert.That(next.Story, Does.Contain(found == State.Before ? "Migrated app.db in " : "app.db is up to date: nothing to do."));
            await next.KillAsync(timeout);
        }

        workplace.IsFinished();
    }

    private static ChildProcess Start(Workplace workplace) => ChildProcess.StartHost(
        workplace.Folder, $"--ConnectionStrings:Host={workplace.ConnectionString}", "--Migrations:AdoptAt=20201006", "--Logging:LogLevel:TypedMigrations=Information");
}
