using System.Text;

namespace TypedMigrations.Testing.Tests;

public sealed class SnapshotsAreAccepted
{
    [Test]
    public void TheNextRunPasses()
    {
        using var folder = new ShopFolder(ShopFolder.First, ShopFolder.Second);

        folder.Accept();

        Assert.That(folder.Verify, Throws.Nothing);
    }

    [TestCase(ShopFolder.First, ShopFolder.FirstSchema)]
    [TestCase(ShopFolder.Second, ShopFolder.SecondSchema)]
    [TestCase(ShopFolder.Latest, ShopFolder.SecondSchema)]
    public void TheFilesKeepTheConventionsOfVerify(string migration, string schema)
    {
        using var folder = new ShopFolder(ShopFolder.First, ShopFolder.Second);
        folder.Accept();

        // UTF-8 with a byte order mark, LF, and no newline at the end.
        Assert.That(File.ReadAllBytes(folder.VerifiedFile(migration)), Is.EqualTo((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(schema)]));
    }

    [Test]
    public void WhatWasReceivedIsDeleted()
    {
        using var folder = new ShopFolder(ShopFolder.First, ShopFolder.Second);
        Assert.That(folder.Verify, Throws.TypeOf<SnapshotMismatchException>());

        folder.Accept();

        Assert.That(Directory.GetFiles(folder.Root, "*.received.txt", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void AFileThatMatchesIsNotWrittenAgain()
    {
        using var folder = ShopFolder.Verified();
        var withoutMark = File.ReadAllBytes(folder.VerifiedFile(ShopFolder.First));

        folder.Accept();

        Assert.That(File.ReadAllBytes(folder.VerifiedFile(ShopFolder.First)), Is.EqualTo(withoutMark));
    }
}
