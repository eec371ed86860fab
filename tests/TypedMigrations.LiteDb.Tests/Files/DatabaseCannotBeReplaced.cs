using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
[Platform("Linux", Reason = "Names, mounts and attributes of a file are seen on Linux alone.")]
public sealed class DatabaseCannotBeReplaced : FolderTest
{
    [Test]
    public void ItHasASecondName()
    {
        File.WriteAllText(Database.Path, "data");
        Assert.That(Unix.Link(Database.Path, In("other.db")), Is.Zero);

        var refused = Refused(() => Replaceability.Check(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotReplaceable));
        Assert.That(refused.Message, Does.StartWith("TM3009: shop.db has 2 names (hard links)"));
    }

    [Test]
    public void ItIsMountedAsASingleFile()
    {
        File.WriteAllText(Database.Path, "data");
        File.WriteAllText(In("outside.db"), "data");
        using var mount = Mount.SingleFile(In("outside.db"), Database.Path);

        var refused = Refused(() => Replaceability.Check(Database));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotReplaceable));
        Assert.That(refused.Message, Does.Contain("is mounted as a single file"));
    }

    [Test]
    public void ItsFolderIsReadOnly()
    {
        using var mount = Mount.ReadOnly(In("disk"));

        var refused = Refused(() => Replaceability.Check(DatabaseFile.At(In("disk", "shop.db"))));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotWritable));
        Assert.That(refused.Message, Does.StartWith("TM3007: The folder of shop.db cannot be written.").And.Contain(In("disk")));
    }

    [Test]
    public void ItIsImmutable()
    {
        File.WriteAllText(Database.Path, "data");
        if (!Child.Run("chattr", "+i", Database.Path))
            Assert.Ignore("This user or file system cannot make a file immutable.");

        try
        {
            var refused = Refused(() => Replaceability.Check(Database));
            Assert.That(refused.Message, Does.StartWith("TM3007: shop.db cannot be written.").And.Contain("immutable"));
        }
        finally
        {
            Child.Run("chattr", "-i", Database.Path);
        }
    }

    [Test]
    public void ItsModeForbidsWriting()
    {
        if (Environment.IsPrivilegedProcess)
            Assert.Ignore("The superuser may write every file.");

        File.WriteAllText(Database.Path, "data");
        File.SetUnixFileMode(Database.Path, UnixFileMode.UserRead);

        Assert.That(Refused(() => Replaceability.Check(Database)).Code, Is.EqualTo(ErrorCode.NotWritable));
    }

    [Test]
    public void OtherwiseItCanAndNothingIsLeftBehind()
    {
        Assert.That(() => Replaceability.Check(Database), Throws.Nothing);
        File.WriteAllText(Database.Path, "data");
        Assert.That(() => Replaceability.Check(Database), Throws.Nothing);
        Assert.That(Names, Is.EqualTo(["shop.db"]));
    }
}
