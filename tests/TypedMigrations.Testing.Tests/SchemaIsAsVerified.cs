namespace TypedMigrations.Testing.Tests;

public sealed class SchemaIsAsVerified
{
    [Test]
    public void Passes()
    {
        using var folder = ShopFolder.Verified();

        Assert.That(folder.Verify, Throws.Nothing);
        Assert.That(folder.OpenedDiffs, Is.Empty);
    }

    [Test]
    public void ReceivedFilesOfEarlierRunsAreDeleted()
    {
        using var folder = ShopFolder.Verified();
        File.WriteAllText(folder.ReceivedFile(ShopFolder.Second), "an earlier run");

        folder.Verify();

        Assert.That(folder.ReceivedFile(ShopFolder.Second), Does.Not.Exist);
    }

    [TestCase("\uFEFF" + ShopFolder.FirstSchema, TestName = "AByteOrderMarkMakesNoDifference")]
    [TestCase("table items\r\n  key string\r\n  field name string", TestName = "LineEndingsOfAnotherSystemMakeNoDifference")]
    public void TheFileMayLookOtherwise(string verified)
    {
        using var folder = ShopFolder.Verified();
        folder.WriteVerified(ShopFolder.First, verified);

        Assert.That(folder.Verify, Throws.Nothing);
    }

    [Test]
    public void AFileWhoseMigrationIsGoneIsLeftAlone()
    {
        using var folder = ShopFolder.Verified();
        folder.WriteVerified("M20230101_Squashed", "table old");

        Assert.That(folder.Verify, Throws.Nothing);
        Assert.That(folder.VerifiedFile("M20230101_Squashed"), Does.Exist);
    }
}
