using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class DatabaseIsReachedByALink : FolderTest
{
    [Test]
    public void SiblingsLieBesideTheRealFile()
    {
        Directory.CreateDirectory(In("real"));
        File.WriteAllText(In("real", "data.db"), "");
        File.CreateSymbolicLink(In("shop.db"), In("real", "data.db"));

        Assert.That(Database.Path, Is.EqualTo(In("real", "data.db")));
        Assert.That(Database.LockPath, Is.EqualTo(In("real", "data.db.lock")));
        Assert.That(Database.LogPath, Is.EqualTo(In("real", "data-log.db")));
        Assert.That(Database.DisplayName, Is.EqualTo("shop.db"));
    }

    [Test]
    public void RelativeLinksAndChainsAreFollowed()
    {
        Directory.CreateDirectory(In("a"));
        Directory.CreateDirectory(In("b"));
        File.WriteAllText(In("b", "data.db"), "");
        File.CreateSymbolicLink(In("a", "middle.db"), Path.Combine("..", "b", "data.db"));
        File.CreateSymbolicLink(In("shop.db"), Path.Combine("a", "middle.db"));

        Assert.That(Database.Path, Is.EqualTo(In("b", "data.db")));
        Assert.That(Database.LogPathsOfLinks, Is.EqualTo([In("shop-log.db"), In("a", "middle-log.db")]));
    }

    [Test]
    public void ALinkToNothingLeadsToWhereTheFileWillBe()
    {
        File.CreateSymbolicLink(In("shop.db"), "later.db");

        Assert.That(Database.Path, Is.EqualTo(In("later.db")));
    }

    [Test]
    public void ARelativeLinkInALinkedFolderIsFollowedAsTheSystemDoes()
    {
        Directory.CreateDirectory(In("real", "deep"));
        File.WriteAllText(In("real", "data.db"), "the one");
        Directory.CreateSymbolicLink(In("folder"), In("real", "deep"));
        File.CreateSymbolicLink(In("real", "deep", "shop.db"), Path.Combine("..", "data.db"));

        var file = DatabaseFile.At(In("folder", "shop.db"));

        Assert.That(File.ReadAllText(In("folder", "shop.db")), Is.EqualTo("the one"));
        Assert.That(file.Path, Is.EqualTo(In("real", "data.db")));
    }

    [Test]
    public void ACircleIsRefused()
    {
        File.CreateSymbolicLink(In("other.db"), "shop.db");
        File.CreateSymbolicLink(In("shop.db"), "other.db");

        Assert.That(Refused(() => _ = Database).Code, Is.EqualTo(ErrorCode.NotADatabase));
    }

    [Test]
    public void ALogBesideTheLinkIsRefusedBecauseItsDataWouldBeLost()
    {
        Directory.CreateDirectory(In("real"));
        Shop.Make(In("real", "data.db"));
        File.CreateSymbolicLink(In("shop.db"), In("real", "data.db"));
        File.WriteAllText(In("shop-log.db"), "left by LiteDB");

        Assert.That(Refused(() => HeldDatabase.TryHold(Database)).Code, Is.EqualTo(ErrorCode.StrayLog));
    }
}
