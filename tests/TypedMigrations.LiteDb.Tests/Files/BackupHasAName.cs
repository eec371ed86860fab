using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class BackupHasAName : FolderTest
{
    private static readonly DateTimeOffset Now = new(2020, 11, 20, 9, 14, 3, TimeSpan.Zero);

    [Test]
    public void WhichTellsWhenItWasMade() => Assert.That(Backups.MadeAt(In("20201120T091403250Z.db")), Is.EqualTo(Now.AddMilliseconds(250)));

    [Test]
    public void OrTheTimeOfItsFileDoes()
    {
        File.WriteAllText(In("mine.db"), "");
        File.SetLastWriteTimeUtc(In("mine.db"), new DateTime(2019, 1, 2, 3, 4, 5, DateTimeKind.Utc));

        Assert.That(Backups.MadeAt(In("mine.db")), Is.EqualTo(new DateTimeOffset(2019, 1, 2, 3, 4, 5, TimeSpan.Zero)));
    }

    [TestCase("20201120T091402998Z.db", "20201120T091403000Z.db")]
    [TestCase("20201120T091402999Z.db", "20201120T091403000Z.db")]
    [TestCase("20201120T091403000Z.db", "20201120T091403001Z.db")]
    [TestCase("20211120T091403000Z.db", "20211120T091403001Z.db")]
    [TestCase("99980101T000000000Z.db", "99980101T000000001Z.db")]
    [TestCase("99990101T000000000Z.db", "20201120T091403000Z.db")]
    public void ThatIsLaterThanTheNewest(string newest, string next)
    {
        Directory.CreateDirectory(Database.BackupFolder);
        File.WriteAllText(Path.Combine(Database.BackupFolder, newest), "");

        Assert.That(Backups.NextPath(Database, Now), Is.EqualTo(Path.Combine(Database.BackupFolder, next)));
    }

    [Test]
    public void InUtc() => Assert.That(Path.GetFileName(Backups.NextPath(Database, Now.ToOffset(TimeSpan.FromHours(-8)))), Is.EqualTo("20201120T091403000Z.db"));
}
