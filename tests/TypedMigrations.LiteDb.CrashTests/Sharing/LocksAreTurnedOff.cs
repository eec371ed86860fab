using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Sharing;

/// <summary>DOTNET_SYSTEM_IO_DISABLEFILELOCKING is set: .NET says that it locks files, and does not.</summary>
public sealed class LocksAreTurnedOff
{
    [TestCase(""), TestCase(";Connection=shared")]
    [CancelAfter(120_000)]
    public async Task RunIsRefusedAndTheDatabaseIsUntouched(string connection, CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await using var child = ChildProcess.StartAccountsWithoutLocks(workplace.ConnectionString + connection, "--adopt-at=20201006");

        Assert.That(await child.ExitAsync(timeout), Is.EqualTo(1));
        Assert.That(child.Output, Does.Contain("refused TM3002"));
        workplace.IsUntouched();
    }
}
