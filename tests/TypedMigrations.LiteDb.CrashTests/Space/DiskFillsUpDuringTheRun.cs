using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Killing;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Space;

/// <summary>There was room enough, and then somebody else took it while the copy was migrated.</summary>
public sealed class DiskFillsUpDuringTheRun
{
    // Once the run never ended: LiteDB's checkpoint waited for a writing thread that had died.
    [TestCase("Copied"), TestCase("Migrating"), TestCase("Verified")]
    [CancelAfter(60_000)]
    public async Task RunEndsWithAnErrorAndTheDatabaseIsAsBefore(string kind, CancellationToken timeout)
    {
        var happened = (await UndisturbedRun.OfPlain).EventsOf(kind)[0];
        using var disk = SmallDisk.Mount(new FileInfo(Original.Plain.Path).Length * 8);
        // The disk's own folder stays; what is in it goes with the disk.
        var workplace = new Workplace(Original.Plain, disk.Folder);
        await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006", $"--pause-at={happened}");
        await child.EventAsync(happened, timeout);
        disk.FillUp();
        child.GoOn();

        Assert.That(await child.ExitAsync(timeout), Is.EqualTo(1), child.Story);
        Assert.That(child.Output, Has.Some.StartsWith("refused TM"));
        Assert.That(workplace.FindState(), Is.EqualTo(State.Before));

        disk.MakeRoom();
        await workplace.FinishAsync(timeout);
    }
}
