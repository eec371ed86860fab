using CsCheck;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class LogIsStray : FolderTest
{
    [Test]
    public void TextIsRefusedAndNothingIsTouched()
    {
        Shop.Make(Database.Path);
        File.WriteAllText(Database.LogPath, string.Concat(Enumerable.Repeat("Dear diary! ", 2000)));
        var before = File.ReadAllBytes(Database.Path);

        var refused = Refused(() => HeldDatabase.TryHold(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.StrayLog));
        Assert.That(refused.Message, Does.StartWith("TM3006: The log shop-log.db cannot be used with shop.db: its page at 0 is no page of LiteDB."));
        Assert.That(File.ReadAllBytes(Database.Path), Is.EqualTo(before));
        Assert.That(new FileInfo(Database.LogPath).Length, Is.EqualTo(24_000));
    }

    [Test]
    public void ALogWithoutItsDataFileIsRefusedAndNoDatabaseIsMade()
    {
        Shop.MakeKilled(Database.Path, settled: 10, logged: 10);
        File.Delete(Database.Path);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Message, Does.StartWith("TM3006: ").And.Contain("without shop.db"));
        Assert.That(Names, Is.EqualTo(["shop-log.db"]));
    }

    [Test]
    public void ALogOfAnotherDatabaseIsRefused()
    {
        Shop.MakeKilled(In("other.db"), settled: 10, logged: 500);
        Shop.Make(Database.Path);
        File.Move(In("other-log.db"), Database.LogPath);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Message, Does.Contain("made at another time"));
    }

    [Test]
    public void ADataFileInItsPlaceIsRefused()
    {
        Shop.Make(Database.Path);
        File.Copy(Database.Path, Database.LogPath);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Code, Is.EqualTo(ErrorCode.StrayLog));
    }

    [Test]
    public void APageBeyondTheEndOfTheDatabaseIsRefused()
    {
        Shop.MakeKilled(Database.Path, settled: 10, logged: 500);
        var log = File.ReadAllBytes(Database.LogPath);
        log[3] = 0x7f;
        File.WriteAllBytes(Database.LogPath, log);

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Message, Does.Contain("and the database ends at"));
    }

    [Test]
    public void RandomBytesAreRefused()
    {
        Shop.Make(Database.Path);
        var file = Database;

        Check.Sample(
            Gen.Byte.Array[8192, 3 * 8192],
            bytes =>
            {
                File.WriteAllBytes(file.LogPath, bytes);
                return Refused(() => HeldDatabase.TryHold(file)).Code == ErrorCode.StrayLog;
            },
            iter: 30,
            threads: 1);
    }
}
