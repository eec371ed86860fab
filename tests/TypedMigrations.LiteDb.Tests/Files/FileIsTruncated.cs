using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class FileIsTruncated : FolderTest
{
    [Test]
    public void EveryCutBetweenTwoPagesIsSeen()
    {
        Shop.Make(Database.Path);
        var whole = File.ReadAllBytes(Database.Path);
        Assert.That(whole, Has.Length.GreaterThan(10 * 8192));
        var seen = new List<int>();

        for (var pages = 1; pages < whole.Length / 8192; pages++)
        {
            File.WriteAllBytes(Database.Path, whole[..(pages * 8192)]);
            if (Refused(() => HeldDatabase.TryHold(Database)).Code == ErrorCode.Damaged)
                seen.Add(pages);
        }

        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, (whole.Length / 8192) - 1)));
    }

    [TestCase(100)]
    [TestCase(4096)]
    [TestCase(8191)]
    public void ACutWithinTheLastPageIsSeenAndNothingIsTouched(int missing)
    {
        Shop.Make(Database.Path);
        using (var file = File.OpenWrite(Database.Path))
            file.SetLength(file.Length - missing);

        var before = File.ReadAllBytes(Database.Path);
        var refused = Refused(() => HeldDatabase.TryHold(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.Damaged));
        Assert.That(refused.Message, Does.StartWith("TM3005: shop.db is truncated or damaged: it ends within a page, ").And.Contain("whole pages"));
        Assert.That(File.ReadAllBytes(Database.Path), Is.EqualTo(before));
    }

    [Test]
    public void AHeaderThatIsNotWholeIsSeen()
    {
        Shop.Make(Database.Path);
        using (var file = File.OpenWrite(Database.Path))
            file.SetLength(4096);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Code, Is.EqualTo(ErrorCode.Damaged));
    }

    [Test]
    public void TheNewestBackupIsNamed()
    {
        Shop.Make(Database.Path);
        using (var file = File.OpenWrite(Database.Path))
            file.SetLength(8192);

        Directory.CreateDirectory(Database.BackupFolder);
        File.WriteAllText(Path.Combine(Database.BackupFolder, "20201120T091403000Z.db"), "");

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Message, Does.Contain("20201120T091403000Z.db"));
    }
}
