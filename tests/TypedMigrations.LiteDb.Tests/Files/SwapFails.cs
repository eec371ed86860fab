using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class SwapFails : SwapTest
{
    [Test]
    public void BecauseTheCopyIsMissing()
    {
        MakeOld();
        Directory.CreateDirectory(Database.WorkFolder);

        OriginalStays([Path.GetFileName(Database.Path), "shop.db.migrating"]);
    }

    [Test]
    public void BecauseALogLiesBesideTheDatabase()
    {
        MakeOld();
        MakeCopy();
        File.WriteAllText(Database.LogPath, "pages");

        OriginalStays(["shop-log.db", "shop.db", "shop.db.migrating", Path.Combine("shop.db.migrating", "copy.db")]);
    }

    [Test]
    public void BecauseTheBackupFolderCannotBeMade()
    {
        MakeOld();
        MakeCopy();
        File.WriteAllText(Database.BackupFolder, "in the way");

        OriginalStays(["shop.db", "shop.db.backups", "shop.db.migrating", Path.Combine("shop.db.migrating", "copy.db")]);
    }

    [Test]
    public void BecauseTheIntentCannotBeWritten()
    {
        MakeOld();
        MakeCopy();
        Directory.CreateDirectory(Database.IntentPath);

        OriginalStays(["shop.db", "shop.db.backups", "shop.db.migrating", Path.Combine("shop.db.migrating", "copy.db"), "shop.db.swap"]);
    }

    [Test]
    public void BecauseTheCopyIsOnAnotherDisk([Values] bool hardLinks)
    {
        MakeOld();
        Directory.CreateDirectory(Database.WorkFolder);
        using var mount = Mount.Disk(Database.WorkFolder);
        MakeCopy();

        OriginalStays(["shop.db", "shop.db.backups", "shop.db.migrating", Path.Combine("shop.db.migrating", "copy.db")], AllMoves[hardLinks ? 0 : 1]);
    }

    [Test]
    public void BecauseTheDatabaseIsMountedAsASingleFile()
    {
        File.WriteAllText(In("outside.db"), "old");
        MakeOld("hidden");
        using var mount = Mount.SingleFile(In("outside.db"), Database.Path);
        MakeCopy();

        OriginalStays(["outside.db", "shop.db", "shop.db.backups", "shop.db.migrating", Path.Combine("shop.db.migrating", "copy.db")]);
    }

    [Test]
    public void BecauseADatabaseAppearedMeanwhile()
    {
        MakeCopy();
        Directory.CreateDirectory(Database.Path);

        var refused = Refused(() => Swap.PutInPlace(Database, Copy, releaseHold: null, Time));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.SwapFailed));
        Assert.That(File.ReadAllText(Copy), Is.EqualTo("new"));
        Assert.That(File.Exists(Database.IntentPath), Is.False);
    }

    private void OriginalStays(string[] names, SwapMoves? moves = null)
    {
        var refused = Refused(() => Swap.PutInPlace(Database, Copy, releaseHold: null, Time, moves));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.SwapFailed));
        Assert.That(refused.Message, Does.StartWith("TM4009: The migrated copy could not be put in the place of shop.db.\n").And.Contain("reason"));
        Assert.That(Content, Is.EqualTo("old"));
        Assert.That(Names, Is.EqualTo(names));
    }
}
