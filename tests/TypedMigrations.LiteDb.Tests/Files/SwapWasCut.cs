using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

/// <summary>The states in which a crash can leave the disk, each made by hand, in the order of the steps.</summary>
public sealed class SwapWasCut : SwapTest
{
    [TearDown]
    public void NoNoteIsLeft() => Assert.That(Names.Where(name => name.StartsWith("shop.db.swap", StringComparison.Ordinal)), Has.Exactly(_notesLeft).Items);

    private const string PutInPlace = "A swap that was begun at 2020-11-20 09:14:03Z had put the migrated copy in the place of shop.db; its note was removed.";

    private int _notesLeft;

    [Test]
    public void NothingWasCut()
    {
        MakeOld();

        Assert.That(UnfinishedSwap.Finish(Database), Is.Null);
        Assert.That(Names, Is.EqualTo(["shop.db"]));
    }

    [Test]
    public void WhileTheNoteWasWritten()
    {
        MakeOld();
        MakeCopy();
        File.WriteAllText(Database.IntentPath + ".tmp", "{ \"Copy\": ");

        Assert.That(UnfinishedSwap.Finish(Database), Is.Null);
        Assert.That(Content, Is.EqualTo("old"));
    }

    [Test]
    public void BeforeTheFirstRename()
    {
        MakeOld();
        MakeCopy();
        MakeIntent();

        Assert.That(UnfinishedSwap.Finish(Database), Is.EqualTo("A swap that was begun at 2020-11-20 09:14:03Z had not changed shop.db; its note was removed."));
        Assert.That(Content, Is.EqualTo("old"));
    }

    [Test]
    public void AfterTheOriginalGotItsSecondName()
    {
        MakeOld();
        MakeCopy();
        MakeIntent();
        Directory.CreateDirectory(Database.BackupFolder);
        if (!OperatingSystem.IsLinux() || Unix.Link(Database.Path, Backup) != 0)
            Assert.Ignore("There are no hard links here.");

        Assert.That(UnfinishedSwap.Finish(Database), Is.EqualTo("A swap that was begun at 2020-11-20 09:14:03Z had not changed shop.db; its note was removed."));
        Assert.That(Content, Is.EqualTo("old"));
        Assert.That(() => Replaceability.Check(Database), Throws.Nothing);
        Assert.That(Backups.List(Database), Is.Empty);
    }

    [Test]
    public void AfterTheOriginalWasMovedAway()
    {
        MakeCopy();
        MakeIntent();
        MakeBackup();

        Assert.That(UnfinishedSwap.Finish(Database), Is.EqualTo("A swap that was begun at 2020-11-20 09:14:03Z was finished: the migrated copy is now shop.db."));
        Assert.That(Content, Is.EqualTo("new"));
        Assert.That(File.ReadAllText(Backup), Is.EqualTo("old"));
    }

    [Test]
    public void AfterTheOriginalWasMovedAwayAndTheCopyIsGone()
    {
        MakeIntent();
        MakeBackup();

        Assert.That(UnfinishedSwap.Finish(Database), Is.EqualTo("A swap that was begun at 2020-11-20 09:14:03Z was taken back: shop.db is the original again."));
        Assert.That(Content, Is.EqualTo("old"));
    }

    [Test]
    public void AfterTheCopyWasPutInPlace()
    {
        MakeOld("new");
        MakeIntent();
        MakeBackup();

        Assert.That(UnfinishedSwap.Finish(Database), Is.EqualTo(PutInPlace));
        Assert.That(Content, Is.EqualTo("new"));
        Assert.That(File.ReadAllText(Backup), Is.EqualTo("old"));
    }

    /// <summary>Of a first database there is no backup, and a file of the copy's name is another one.</summary>
    [Test]
    public void AfterTheFirstDatabaseWasPutInPlace()
    {
        MakeOld("new");
        MakeCopy("another");
        MakeIntent(withBackup: false);

        Assert.That(UnfinishedSwap.Finish(Database), Is.EqualTo(PutInPlace));
        Assert.That(Content, Is.EqualTo("new"));
    }

    [Test]
    public void AndAnEmptyLogIsNoHindrance()
    {
        MakeCopy();
        MakeIntent();
        File.WriteAllText(Database.LogPath, "");

        Assert.That(UnfinishedSwap.Finish(Database), Does.Contain("was finished"));
        Assert.That(Content, Is.EqualTo("new"));
    }

    [Test]
    public void BeforeTheFirstDatabaseWasPutInPlace()
    {
        MakeCopy();
        MakeIntent(withBackup: false);

        Assert.That(UnfinishedSwap.Finish(Database), Does.Contain("was finished"));
        Assert.That(Content, Is.EqualTo("new"));
    }

    [Test]
    public void AndTheFolderWasMovedSince()
    {
        MakeCopy();
        MakeIntent();
        MakeBackup();
        Directory.CreateDirectory(In("moved"));
        foreach (var path in Directory.GetFileSystemEntries(Folder, "shop.db*"))
            Directory.Move(path, In("moved", Path.GetFileName(path)));

        UnfinishedSwap.Finish(DatabaseFile.At(In("moved", "shop.db")));

        Assert.That(File.ReadAllText(In("moved", "shop.db")), Is.EqualTo("new"));
    }

    [TestCase("")]
    [TestCase("garbage")]
    [TestCase("{}")]
    public void AndItsNoteIsUnreadableWhileTheDatabaseIsThere(string note)
    {
        MakeOld();
        File.WriteAllText(Database.IntentPath, note);

        Assert.That(UnfinishedSwap.Finish(Database), Is.EqualTo("An unreadable note of a swap was removed; shop.db is there."));
        Assert.That(Content, Is.EqualTo("old"));
    }

    [TestCase("")]
    [TestCase("garbage")]
    [TestCase("null")]
    public void AndItsNoteIsUnreadableWhileTheDatabaseIsMissing(string note)
    {
        MakeCopy();
        MakeBackup();
        File.WriteAllText(Database.IntentPath, note);
        CannotBeFinished("its note cannot be read");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void AndNothingIsLeftToPutInPlace(bool withBackup)
    {
        MakeIntent(withBackup);
        Assert.That(CannotBeFinished("neither the migrated copy nor the backup is there"), Is.EqualTo(
            $"""
            TM3012: shop.db is missing, a swap was cut, and it cannot be finished: neither the migrated copy nor the backup is there.
              file           {Database.Path}
              note           {Database.IntentPath}
              newest backup  none
              work folder    none
            Copy the newest backup or a migrated copy to {Database.Path}, delete shop.db.swap, then start again. Nothing was made or changed.
            """));
    }

    [Test]
    public void AndALogLiesWhereTheDatabaseIsMissing()
    {
        MakeCopy();
        MakeBackup();
        MakeIntent();
        File.WriteAllText(Database.LogPath, "pages");
        Assert.That(CannotBeFinished("shop-log.db lies beside it, which LiteDB would play into whatever is put there"), Is.EqualTo(
            $"""
            TM3012: shop.db is missing, a swap was cut, and it cannot be finished: shop-log.db lies beside it, which LiteDB would play into whatever is put there.
              file           {Database.Path}
              note           {Database.IntentPath}
              newest backup  {Backup}
              work folder    {Database.WorkFolder}
            Copy the newest backup or a migrated copy to {Database.Path}, delete shop.db.swap, then start again. Nothing was made or changed.
            """));
    }

    private string CannotBeFinished(string why)
    {
        var before = Names.ToList();
        _notesLeft = 1;

        var refused = Refused(() => UnfinishedSwap.Finish(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.SwapUnfinished));
        Assert.That(refused.Message, Does.StartWith($"TM3012: shop.db is missing, a swap was cut, and it cannot be finished: {why}."));
        Assert.That(Names, Is.EqualTo(before));
        return refused.Message;
    }
}
