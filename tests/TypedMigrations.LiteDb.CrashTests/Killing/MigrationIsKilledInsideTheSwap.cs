using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>A process kills itself when the files beside its database show that the swap has come so far.</summary>
public sealed class MigrationIsKilledInsideTheSwap
{
    [TestCase("IntentIsBegun"), TestCase("IntentIsWritten"), TestCase("BackupIsMade"), TestCase("CopyIsMoved"), TestCase("IntentIsRemoved")]
    [CancelAfter(300_000)]
    public async Task DatabaseIsExactlyAsBeforeOrAsAfterAndTheNextStartFinishes(string moment, CancellationToken timeout)
    {
        for (var kill = 0; kill < (Kills.PerSituation + 3) / 4; kill++)
        {
            using var workplace = new Workplace(kill % 2 == 0 ? Original.Plain : Original.Encrypted);
            await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006", $"--kill-at={moment}", "--hold");
            await child.ExitAsync(timeout);

            var left = string.Join(", ", workplace.Leftovers.Select(Path.GetFileName).Concat(workplace.Backups.Select(_ => "a backup")));
            var found = workplace.FindState();
            await TestContext.Out.WriteLineAsync($"killed when {moment}, left {left}: {found}");
            if (moment is "CopyIsMoved" or "IntentIsRemoved")
                Assert.That(found, Is.EqualTo(State.After));
            await workplace.FinishAsync(timeout);
        }
    }
}
