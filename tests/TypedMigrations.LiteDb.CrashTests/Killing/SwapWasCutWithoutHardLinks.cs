using TypedMigrations.LiteDb.CrashTests.Databases;
using TypedMigrations.LiteDb.CrashTests.Processes;

namespace TypedMigrations.LiteDb.CrashTests.Killing;

/// <summary>
/// Where the file system has no hard links, a swap renames twice, and between the two no file has the database's name. The files
/// are laid here as such a cut leaves them.
/// </summary>
public sealed class SwapWasCutWithoutHardLinks
{
    private const string BackupName = "20261231T235959000Z.db";

    [Test, CancelAfter(120_000)]
    public async Task NextStartPutsTheMigratedCopyInPlace(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await MigrateAsync(workplace, timeout);
        Cut(workplace, copyIsLeft: true);

        await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006");
        Assert.That(await child.ExitAsync(timeout), Is.Zero, child.Story);

        Assert.That(child.Output, Does.Contain("nothing to do"));
        workplace.IsFinished();
    }

    [Test, CancelAfter(120_000)]
    public async Task NextStartPutsTheOriginalBackWhenTheCopyIsGoneAndMigratesIt(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        await MigrateAsync(workplace, timeout);
        Cut(workplace, copyIsLeft: false);

        await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006");
        Assert.That(await child.ExitAsync(timeout), Is.Zero, child.Story);

        Assert.That(child.Output, Does.Contain("applied 7"));
        workplace.IsFinished();
    }

    [Test, CancelAfter(120_000)]
    public async Task NextStartMakesNoEmptyDatabaseWhenBothAreGone(CancellationToken timeout)
    {
        using var workplace = new Workplace(Original.Plain);
        Cut(workplace, copyIsLeft: false);
        File.Delete(workplace.Backups[0]);

        await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006");
        Assert.That(await child.ExitAsync(timeout), Is.EqualTo(1), child.Story);

        Assert.That(child.Output, Does.Contain("refused TM3012"));
        Assert.That(File.Exists(workplace.Path), Is.False);
    }

    private static async Task MigrateAsync(Workplace workplace, CancellationToken timeout)
    {
        await using var child = ChildProcess.StartAccounts(workplace.ConnectionString, "--adopt-at=20201006");
        Assert.That(await child.ExitAsync(timeout), Is.Zero, child.Story);
    }

    /// <summary>The note that the swap leaves is a file that a later version of the library must still understand: here it is written by hand.</summary>
    private static void Cut(Workplace workplace, bool copyIsLeft)
    {
        var work = Directory.CreateDirectory(workplace.Path + ".migrating").FullName;
        var backups = Directory.CreateDirectory(workplace.Path + ".backups").FullName;
        if (copyIsLeft)
            File.Move(workplace.Path, Path.Combine(work, "copy.db"));
        else
            File.Delete(workplace.Path);

        foreach (var backup in workplace.Backups)
            File.Delete(backup);
        File.Copy(Original.Plain.Path, Path.Combine(backups, BackupName));
        File.WriteAllText(workplace.Path + ".swap", $$"""{"Copy":"app.db.migrating/copy.db","Backup":"app.db.backups/{{BackupName}}","At":"2026-12-31T23:59:59+00:00"}""");
    }
}
