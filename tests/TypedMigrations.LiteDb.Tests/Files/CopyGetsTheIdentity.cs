using System.Runtime.Versioning;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

[Platform("Linux", Reason = "Owners are kept on Linux alone, modes nowhere on Windows.")]
[UnsupportedOSPlatform("windows")]
public sealed class CopyGetsTheIdentity : FolderTest
{
    [TestCase(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [TestCase(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead)]
    public void TheMode(UnixFileMode mode)
    {
        File.WriteAllText(Database.Path, "old");
        File.SetUnixFileMode(Database.Path, mode);
        File.WriteAllText(In("copy.db"), "new");

        Assert.That(FileIdentity.CopyTo(Database.Path, In("copy.db")), Is.Null);
        Assert.That(File.GetUnixFileMode(In("copy.db")), Is.EqualTo(mode));
    }

    [Test]
    public void TheOwner()
    {
        File.WriteAllText(Database.Path, "old");
        File.WriteAllText(In("copy.db"), "new");
        if (Unix.ChangeOwner(Database.Path, 1234, 2345) != 0)
            Assert.Ignore("Only the superuser can give a file away.");

        Assert.That(FileIdentity.CopyTo(Database.Path, In("copy.db")), Is.Null);
        Assert.That(FileFacts.TryRead(In("copy.db")), Has.Property("Owner").EqualTo(1234).And.Property("Group").EqualTo(2345));
    }
}
