using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Sharing;

/// <summary>Four processes want one database that does not exist yet.</summary>
public sealed class FourProcessesStartWithoutADatabase
{
    [Test, Property("Behavior", 57), CancelAfter(120_000)]
    public async Task OneMakesItAndTheJournalHasEachMigrationOnce(CancellationToken timeout)
    {
        var folder = Directory.CreateTempSubdirectory("crash-tests-");
        var path = Path.Combine(folder.FullName, "app.db");
        var processes = Enumerable.Range(0, 4).Select(_ => ChildProcess.StartAccounts($"Filename={path};Connection=shared", "--hold")).ToList();
        try
        {
            foreach (var process in processes)
                await process.LineAsync("holding", timeout);
            foreach (var process in processes)
                Assert.That(await process.EndAsync(timeout), Is.Zero, process.Story);

            Assert.That(TwoProcessesStartAtOnce.Results(processes), Is.EquivalentTo(["applied 8", "nothing to do", "nothing to do", "nothing to do"]));
            Assert.That(DatabaseFacts.Read(path).Journal, Is.EqualTo(AccountsHistory.JournalOfNew));
        }
        finally
        {
            foreach (var process in processes)
                await process.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
