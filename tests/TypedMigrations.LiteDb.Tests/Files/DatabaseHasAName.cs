using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class DatabaseHasAName
{
    [TestCase("shop.db", "shop-log.db")]
    [TestCase("shop", "shop-log")]
    [TestCase("shop.v2.data", "shop.v2-log.data")]
    public void TheLogHasTheNameThatLiteDbGivesIt(string name, string log)
    {
        var file = DatabaseFile.At(name);

        Assert.That(Path.GetFileName(file.LogPath), Is.EqualTo(log));
        Assert.That(file.Path, Is.EqualTo(Path.GetFullPath(name)));
        Assert.That(Path.GetDirectoryName(file.LogPath), Is.EqualTo(file.Folder));
    }
}
