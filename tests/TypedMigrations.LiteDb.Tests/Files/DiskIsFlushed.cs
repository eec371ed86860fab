using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class DiskIsFlushed : FolderTest
{
    [Test]
    public void AFolderAndAFileCanBeFlushed()
    {
        File.WriteAllText(Database.Path, "data");

        Assert.That(() => FolderSync.Flush(Folder), Throws.Nothing);
        Assert.That(() => FileSync.Flush(Database.Path), Throws.Nothing);
    }

    [Test]
    public void AMissingOneIsAnErrorThatNamesIt()
    {
        Assert.That(() => FolderSync.Flush(In("missing")), Throws.InstanceOf<IOException>().With.Message.Contains(In("missing")));
        Assert.That(() => FileSync.Flush(In("missing")), Throws.InstanceOf<IOException>().With.Message.Contains(In("missing")));
    }
}
