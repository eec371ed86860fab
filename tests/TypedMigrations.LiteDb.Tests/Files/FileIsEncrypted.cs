using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class FileIsEncrypted : FolderTest
{
    [Test]
    public void ItsPasswordOpensIt()
    {
        Shop.Make(Database.Path, password: "secret");
        var before = File.ReadAllBytes(Database.Path);

        HeldDatabase.TryHold(Database, "secret")!.Dispose();

        Assert.That(File.ReadAllBytes(Database.Path), Is.EqualTo(before));
    }

    [TestCase(null, "no password was given")]
    [TestCase("wrong", "does not open with the password")]
    public void AnyOtherPasswordIsRefusedAndNeverShown(string? password, string why)
    {
        Shop.Make(Database.Path, password: "secret");
        var before = File.ReadAllBytes(Database.Path);

        var refused = Refused(() => HeldDatabase.TryHold(Database, password));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.WrongPassword));
        Assert.That(refused.Message, Does.Contain(why).And.Not.Contain("wrong\"").And.Not.Contain("secret"));
        Assert.That(File.ReadAllBytes(Database.Path), Is.EqualTo(before));
    }

    [Test]
    public void APasswordForAPlainFileIsRefused()
    {
        Shop.Make(Database.Path);

        var refused = Refused(() => HeldDatabase.TryHold(Database, "secret"));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.WrongPassword));
        Assert.That(refused.Message, Does.Contain("is not encrypted").And.Not.Contain("secret"));
    }

    [Test]
    public void ItsLogOfAKilledProcessIsItsOwn()
    {
        Shop.MakeKilled(Database.Path, settled: 100, logged: 200, "secret");
        Assert.That(new FileInfo(Database.LogPath).Length, Is.GreaterThan(8192));

        HeldDatabase.TryHold(Database, "secret")!.Dispose();

        Assert.That(Shop.Count(Database.Path, "secret"), Is.EqualTo(300));
    }

    [TestCase(null)]
    [TestCase("other")]
    public void ALogThatIsNotEncryptedWithItIsRefused(string? password)
    {
        Shop.MakeKilled(In("other.db"), settled: 100, logged: 200, password);
        Shop.Make(Database.Path, password: "secret");
        File.Move(In("other-log.db"), Database.LogPath);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database, "secret")).Code, Is.EqualTo(ErrorCode.StrayLog));
    }

    [Test]
    public void ALogOfAnotherDatabaseWithTheSamePasswordIsRefused()
    {
        Shop.MakeKilled(In("other.db"), settled: 0, logged: 200, "secret");
        Shop.Make(Database.Path, password: "secret");
        File.Move(In("other-log.db"), Database.LogPath);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database, "secret")).Message, Does.Contain("is of another database"));
    }

    [Test]
    public void TruncationIsSeen([Values(8192, 16_384, 40_000, 65_536)] int length)
    {
        Shop.Make(Database.Path, password: "secret");
        using (var file = File.OpenWrite(Database.Path))
            file.SetLength(length);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database, "secret")).Code, Is.EqualTo(ErrorCode.Damaged));
    }
}
