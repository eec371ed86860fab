using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class LocksDoNotWork : FolderTest
{
    [Test]
    public void ASwitchThatTurnsThemOffIsNoticed()
    {
        using var child = Child.Start(["lock", Database.Path], ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"));

        Assert.That(child.ReadLine(), Is.EqualTo(ErrorCode.LocksDoNotWork));
    }

    [Test]
    public void AMissingFolderIsNamed()
    {
        using var held = new DatabaseLock(DatabaseFile.At(In("missing", "shop.db")));

        var refused = Refused(() => held.TryTakeExclusive());

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotWritable));
        Assert.That(refused.Message, Does.Contain("The lock of shop.db cannot be made").And.Contain(In("missing")));
    }

    [Test]
    public void AReadOnlyFolderIsNamed()
    {
        using var mount = Mount.ReadOnly(In("disk"));
        using var held = new DatabaseLock(DatabaseFile.At(In("disk", "shop.db")));

        var refused = Refused(() => held.TryTakeShared());

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotWritable));
        Assert.That(refused.Message, Does.Contain(In("disk")));
    }
}
