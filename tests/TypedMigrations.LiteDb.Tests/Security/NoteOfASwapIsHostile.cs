using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Tests.Files;

namespace TypedMigrations.LiteDb.Tests.Security;

/// <summary>The note of a swap was written by somebody else, who would have another's file moved.</summary>
public sealed class NoteOfASwapIsHostile : SwapTest
{
    private string Elsewhere => In("elsewhere", "secret.db");

    private static IEnumerable<string> Paths(string elsewhere) =>
    [
        "elsewhere/secret.db", "./elsewhere/secret.db", "shop.db.migrating/../elsewhere/secret.db", "../secret.db", "shop.db.migrating/sub/copy.db", "shop.db.backups/copy.db",
        elsewhere, "/etc/passwd", "//server/share/copy.db", @"\\server\share\copy.db", @"C:\copy.db", "CON", "/dev/null", "shop.db.migrating/", "shop.db.migrating", "shop.db.migrating/..", "shop.db.migrating/.",
        "shop.db.migrating/copy\0.db", "", ".", "..", "shop.db", "shop.db.lock", "SHOP.DB.MIGRATING/copy.db", new string('a', 5000), "shop.db.migrating/" + new string('a', 5000),
    ];

    [Test]
    public void AndNothingIsMovedIntoThePlaceOfTheDatabase()
    {
        foreach (var path in Paths(Elsewhere))
        {
            MakeElsewhere();
            WriteNote(copy: path, backup: null);
            Assert.That(Refused(() => UnfinishedSwap.Finish(Database)).Code, Is.EqualTo(ErrorCode.SwapUnfinished), path);
            WriteNote(copy: "shop.db.migrating/copy.db", backup: path);
            Assert.That(Refused(() => UnfinishedSwap.Finish(Database)).Code, Is.EqualTo(ErrorCode.SwapUnfinished), path);

            Assert.That(Names, Is.EqualTo(["elsewhere", "elsewhere/secret.db", "shop.db.swap"]), path);
        }
    }

    [Test]
    public void AndNothingIsMovedOrDeletedWhereTheDatabaseIsThere()
    {
        MakeOld();
        foreach (var path in Paths(Elsewhere))
        {
            MakeElsewhere();
            WriteNote(copy: path, backup: path);

            Assert.That(UnfinishedSwap.Finish(Database), Is.EqualTo("An unreadable note of a swap was removed; shop.db is there."), path);
            Assert.That(Names, Is.EqualTo(["elsewhere", "elsewhere/secret.db", "shop.db"]), path);
            Assert.That(Content, Is.EqualTo("old"));
        }
    }

    [TestCase("shop.db.migrating/copy.db", null), TestCase("shop.db.migrating/none.db", "shop.db.backups/20201120T091403000Z.db")]
    public void AndALinkIsNotFollowed(string copy, string? backup)
    {
        MakeElsewhere();
        foreach (var link in new[] { copy, backup }.OfType<string>())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(In(link))!);
            File.CreateSymbolicLink(In(link), Elsewhere);
        }

        WriteNote(copy, backup);

        Assert.That(Refused(() => UnfinishedSwap.Finish(Database)).Code, Is.EqualTo(ErrorCode.SwapUnfinished));
        Assert.That(File.Exists(Database.Path), Is.False);
        Assert.That(File.ReadAllText(Elsewhere), Is.EqualTo("secret"));
    }

    [TestCase(""), TestCase("null"), TestCase("[]"), TestCase("{}"), TestCase("{\"Copy\":null,\"Backup\":null,\"At\":\"2020-11-20T09:14:03Z\"}")]
    [TestCase("{\"Copy\":\"shop.db.migrating/copy.db\",\"Backup\":5,\"At\":\"2020-11-20T09:14:03Z\"}"), TestCase("{\"Copy\":\"shop.db.migrating/copy.db\",\"Backup\":null,\"At\":\"x\"}")]
    public void AndNoNoteAtAll(string text)
    {
        MakeCopy();
        File.WriteAllText(Database.IntentPath, text);

        Assert.That(Refused(() => UnfinishedSwap.Finish(Database)).Code, Is.EqualTo(ErrorCode.SwapUnfinished));
        Assert.That(File.ReadAllText(Copy), Is.EqualTo("new"));
    }

    [TestCase(64 * 1024, "A swap that was begun at 2020-11-20 09:14:03Z had put")]
    [TestCase((64 * 1024) + 1, "An unreadable note")]
    [TestCase(100_000, "An unreadable note")]
    public void AndTooLongToBeOne(int bytes, string done)
    {
        MakeOld();
        WriteNote(copy: "shop.db.migrating/copy.db", backup: null);
        File.WriteAllText(Database.IntentPath, File.ReadAllText(Database.IntentPath).PadLeft(bytes));

        Assert.That(UnfinishedSwap.Finish(Database), Does.StartWith(done));
    }

    private void MakeElsewhere()
    {
        Directory.CreateDirectory(In("elsewhere"));
        File.WriteAllText(Elsewhere, "secret");
    }

    private void WriteNote(string copy, string? backup) => SwapIntentFile.Write(Database, new SwapIntent(copy, backup, Time.GetUtcNow()));
}
