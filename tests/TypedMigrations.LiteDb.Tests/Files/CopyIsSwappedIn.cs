using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class CopyIsSwappedIn : SwapTest
{
    [Test]
    public void ItHasTheNameAndTheOriginalIsTheBackup([Values] bool hardLinks)
    {
        MakeOld();
        MakeCopy();

        var result = Swap.PutInPlace(Database, Copy, releaseHold: null, Time, AllMoves[hardLinks ? 0 : 1]);

        Assert.That(result.Backup, Is.EqualTo(Backup));
        Assert.That(result.Warnings, Is.Empty);
        Assert.That(Content, Is.EqualTo("new"));
        Assert.That(File.ReadAllText(Backup), Is.EqualTo("old"));
        Assert.That(Names, Is.EqualTo(["shop.db", "shop.db.backups", Path.GetRelativePath(Folder, Backup), "shop.db.migrating"]));
    }

    [Test]
    public void WithoutAnOriginalThereIsNoBackup()
    {
        MakeCopy();

        var result = Swap.PutInPlace(Database, Copy, releaseHold: null, Time);

        Assert.That(result.Backup, Is.Null);
        Assert.That(Content, Is.EqualTo("new"));
        Assert.That(Names, Is.EqualTo(["shop.db", "shop.db.migrating"]));
    }

    [Test]
    public void EachBackupHasANameOfItsOwnAndALaterOne()
    {
        MakeOld("0");
        for (var content = 1; content <= 3; content++)
        {
            MakeCopy($"{content}");
            Time.Start -= TimeSpan.FromDays(1);
            Swap.PutInPlace(Database, Copy, releaseHold: null, Time);
        }

        Assert.That(Backups.List(Database).Select(File.ReadAllText), Is.EqualTo(["0", "1", "2"]));
    }

    [Test]
    public void TwoBackupsOfOneInstantHaveNamesOfTheirOwn()
    {
        MakeOld("0");
        foreach (var content in new[] { "1", "2" })
        {
            MakeCopy(content);
            Swap.PutInPlace(Database, Copy, releaseHold: null, Time);
        }

        Assert.That(Backups.List(Database).Select(Path.GetFileName), Is.EqualTo(["20201120T091403000Z.db", "20201120T091403001Z.db"]));
        Assert.That(Backups.List(Database).Select(File.ReadAllText), Is.EqualTo(["0", "1"]));
    }

    [Test]
    public void AnEmptyLogIsNoHindrance()
    {
        MakeOld();
        MakeCopy();
        File.WriteAllText(Database.LogPath, "");

        Assert.That(Swap.PutInPlace(Database, Copy, releaseHold: null, Time).Warnings, Is.Empty);
        Assert.That(Content, Is.EqualTo("new"));
    }

    [Test]
    public void TheNewFileCanBeSwappedAgain()
    {
        MakeOld();
        MakeCopy();
        Swap.PutInPlace(Database, Copy, releaseHold: null, Time);

        Assert.That(() => Replaceability.Check(Database), Throws.Nothing);
        Assert.That(UnfinishedSwap.Finish(Database), Is.Null);
    }

    [Test]
    public void ALinkStaysALink()
    {
        Directory.CreateDirectory(In("real"));
        File.WriteAllText(In("real", "data.db"), "old");
        File.CreateSymbolicLink(In("shop.db"), In("real", "data.db"));
        MakeCopy();

        Swap.PutInPlace(Database, Copy, releaseHold: null, Time);

        Assert.That(new FileInfo(In("shop.db")).LinkTarget, Is.EqualTo(In("real", "data.db")));
        Assert.That(File.ReadAllText(In("real", "data.db")), Is.EqualTo("new"));
    }
}
