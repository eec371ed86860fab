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

        Assert.That(OriginalStays(["shop-log.db", "shop.db", "shop.db.migrating", Path.Combine("shop.db.migrating", "copy.db")]), Is.EqualTo(
            $"""
            TM4009: The migrated copy could not be put in the place of shop.db.
              file    {Database.Path}
              copy    {Copy}
              reason  shop-log.db still lies beside the database.
            Remove the reason, then start again.
            """));
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

        var message = OriginalStays(["shop.db", "shop.db.backups", "shop.db.migrating", Path.Combine("shop.db.migrating", "copy.db"), "shop.db.swap"]);
        Assert.That(message, Does.Match(@"\n  afterwards  .+ The next start puts that right\.\n"));
    }

    [Test]
    public void BecauseTheCopyIsOnAnotherDisk([Values] bool hardLinks)
    {
        MakeOld();
        Directory.CreateDirectory(Database.WorkFolder);
        using var mount = Mount.Disk(Database.WorkFolder);
        MakeCopy();

        var message = OriginalStays(["shop.db", "shop.db.backups", "shop.db.migrating", Path.Combine("shop.db.migrating", "copy.db")], AllMoves[hardLinks ? 0 : 1]);
        Assert.That(message, Does.Contain($"\n  reason  rename of {Copy}: ").And.Not.Contains("afterwards"));
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

    /// <summary>With a second name for the original, the first one is there at every instant.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void BetweenItsMoves(bool hardLinks)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("What there is of moves is one on Windows.");
        MakeOld();
        Directory.CreateDirectory(Database.BackupFolder);

        Assert.That(() => AllMoves[hardLinks ? 0 : 1].Replace(In("missing.db"), Database.Path, Backup, releaseHold: null), Throws.InstanceOf<IOException>());

        Assert.That(File.Exists(Database.Path), Is.EqualTo(hardLinks));
        Assert.That(File.ReadAllText(Backup), Is.EqualTo("old"));

        SwapMoves.Undo(Database.Path, Backup);

        Assert.That(Content, Is.EqualTo("old"));
        Assert.That(Names, Is.EqualTo(["shop.db", "shop.db.backups"]));
    }

    [Test]
    public void AndWhatIsThereIsNotReplacedByWhatIsPutBack()
    {
        MakeOld("newer");
        MakeBackup();

        Assert.That(() => SwapMoves.PutBack(Backup, Database.Path), Throws.InstanceOf<IOException>());
        Assert.That(Content, Is.EqualTo("newer"));
    }

    private string OriginalStays(string[] names, SwapMoves? moves = null)
    {
        var refused = Refused(() => Swap.PutInPlace(Database, Copy, releaseHold: null, Time, moves));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.SwapFailed));
        Assert.That(refused.Message, Does.StartWith("TM4009: The migrated copy could not be put in the place of shop.db.\n").And.Contain("reason"));
        Assert.That(Content, Is.EqualTo("old"));
        Assert.That(Names, Is.EqualTo(names));
        return refused.Message;
    }
}
