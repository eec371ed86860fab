using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Space;

/// <summary>The database is alone on a disk that has room for less than a run needs.</summary>
public sealed class DiskHasLittleRoom
{
    [TestCase(1.05), TestCase(2.0), TestCase(3.4)]
    [CancelAfter(120_000)]
    public async Task RunIsRefusedBeforeAnyWorkAndTheFileIsUntouched(double timesTheFile, CancellationToken timeout)
    {
        using var disk = SmallDisk.Mount((long)(new FileInfo(Original.Plain.Path).Length * timesTheFile));
        // The disk's own folder stays; what is in it goes with the disk.
        var workplace = new Workplace(Original.Plain, disk.Folder);
        await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006");

        Assert.That(await child.ExitAsync(timeout), Is.EqualTo(1), child.Story);
        Assert.That(child.Output, Does.Contain("refused TM3008"));
        Assert.That(child.Events, Is.EqualTo(["Planned", "Failed"]));
        workplace.IsUntouched();
    }
}
