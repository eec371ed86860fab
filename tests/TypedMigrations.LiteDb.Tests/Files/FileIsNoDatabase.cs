using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class FileIsNoDatabase : FolderTest
{
    [TestCase(10)]
    [TestCase(58)]
    [TestCase(20_000)]
    [TestCase(16_384)]
    public void TextIsRefusedAndNotTouched(int length)
    {
        var text = string.Concat(Enumerable.Repeat("Dear diary! ", 2000))[..length];
        File.WriteAllText(Database.Path, text);

        var refused = Refused(() => HeldDatabase.TryHold(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotADatabase));
        Assert.That(refused.Message, Does.StartWith("TM3003: shop.db is no LiteDB database.\n"));
        Assert.That(File.ReadAllText(Database.Path), Is.EqualTo(text));
        Assert.That(Names, Is.EqualTo(["shop.db"]));
    }

    [Test]
    public void ZerosAreRefused()
    {
        File.WriteAllBytes(Database.Path, new byte[5 * 8192]);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Code, Is.EqualTo(ErrorCode.NotADatabase));
    }

    [Test]
    public void AnEmptyFileIsRefusedBecauseItMayHaveLostItsContent()
    {
        File.WriteAllText(Database.Path, "");

        var refused = Refused(() => HeldDatabase.TryHold(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotADatabase));
        Assert.That(refused.Message, Does.Contain("If it never held data, delete it"));
    }

    [Test]
    public void AFolderIsRefused()
    {
        Directory.CreateDirectory(Database.Path);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Message, Does.StartWith("TM3003: shop.db is a folder."));
    }

    [TestCase(null)]
    [TestCase("secret")]
    public void AFileOfLiteDb4IsRefusedWithTheWayToUpgradeIt(string? password)
    {
        var old = new byte[4 * 4096];
        old[4] = 1;
        "** This is a LiteDB file **"u8.CopyTo(old.AsSpan(25));
        old[52] = 7;
        File.WriteAllBytes(Database.Path, old);

        var refused = Refused(() => HeldDatabase.TryHold(Database, password));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotADatabase));
        Assert.That(refused.Message, Does.Contain("LiteDB 4").And.Contain("Upgrade=true").And.Contain("version 7"));
    }

    [Test]
    public void AFileOfALaterFormatIsRefused()
    {
        Shop.Make(Database.Path);
        var bytes = File.ReadAllBytes(Database.Path);
        bytes[59] = 9;
        File.WriteAllBytes(Database.Path, bytes);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Message, Does.StartWith("TM3003: ").And.Contain("version 9"));
    }

    [Test]
    public void NoFileIsNoDatabaseYet()
    {
        Assert.That(HeldDatabase.TryHold(Database), Is.Null);
        Assert.That(Names, Is.Empty);
    }
}
