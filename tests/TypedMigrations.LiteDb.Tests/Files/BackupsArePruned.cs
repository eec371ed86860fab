using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class BackupsArePruned : FolderTest
{
    private static readonly string[] Stamps = ["20201120T091403000Z.db", "20191120T091403000Z.db", "20201120T091403001Z.db", "20201121T000000000Z.db"];

    [TestCase(2, 2)]
    [TestCase(1, 1)]
    [TestCase(0, 1)]
    [TestCase(-3, 1)]
    [TestCase(9, 4)]
    public void TheNewestStayAndAtLeastOne(int keep, int left)
    {
        Make(Stamps);

        Assert.That(Backups.Prune(Database, keep), Is.Empty);
        Assert.That(Backups.List(Database).Select(Path.GetFileName), Is.EqualTo(Stamps.Order(StringComparer.Ordinal).TakeLast(left)));
    }

    [Test]
    public void OtherFilesStay()
    {
        Make([.. Stamps, "mine.db", "20201120.db", "20201120T091403000Z.txt"]);

        Backups.Prune(Database, 1);

        Assert.That(Directory.GetFiles(Database.BackupFolder).Select(Path.GetFileName), Is.EquivalentTo(["mine.db", "20201120.db", "20201120T091403000Z.txt", "20201121T000000000Z.db"]));
    }

    [Test]
    public void NoFolderIsNoWarning() => Assert.That(Backups.Prune(Database, 1), Is.Empty);

    [Test]
    public void ABackupThatCannotBeDeletedIsAWarning()
    {
        Make(Stamps);
        using var mount = Mount.SingleFile(In("shop.db.backups", Stamps[0]), In("shop.db.backups", Stamps[1]));

        var warnings = Backups.Prune(Database, 1);

        Assert.That(warnings, Has.Count.EqualTo(1));
        Assert.That(warnings[0], Does.StartWith($"The old backup {In("shop.db.backups", Stamps[1])} was not deleted: "));
        Assert.That(Backups.List(Database), Has.Count.EqualTo(2));
    }

    private void Make(string[] names)
    {
        Directory.CreateDirectory(Database.BackupFolder);
        foreach (var name in names)
            File.WriteAllText(Path.Combine(Database.BackupFolder, name), name);
    }
}
