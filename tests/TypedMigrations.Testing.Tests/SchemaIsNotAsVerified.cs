namespace TypedMigrations.Testing.Tests;

public sealed class SchemaIsNotAsVerified
{
    private ShopFolder _folder = null!;
    private SnapshotMismatchException _exception = null!;

    [SetUp]
    public void Verify()
    {
        _folder = ShopFolder.Verified();
        _folder.WriteVerified(ShopFolder.First, "table items\n  key string\n  field title string\n\ntable old\n  key long");
        File.Delete(_folder.VerifiedFile(ShopFolder.Latest));
        _exception = Assert.Throws<SnapshotMismatchException>(() => _folder.Verify())!;
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void TheMessageShowsEveryDifferenceAndHowToAccept() => Assert.That(_exception.Message, Is.EqualTo(
        $"""
        2 schema snapshots of module Shop did not match.

        {_folder.VerifiedFile(ShopFolder.First)}
            table items
              key string
          -   field title string
          +   field name string
          -
          - table old
          -   key long

        {_folder.VerifiedFile(ShopFolder.Latest)} (there is none yet)
          + table items
          +   key string
          +   field name string
          +   field price decimal optional

        Is the change meant? Accept what was received, and review it like code:
            dotnet test -e TypedMigrations_AcceptSnapshots=true
        Was the migration applied anywhere? Then restore its constants, and put the change into a new migration.
        """.ReplaceLineEndings("\n")));

    [Test]
    public void TheExceptionNamesTheFiles() =>
        Assert.That(_exception.VerifiedFiles, Is.EqualTo([_folder.VerifiedFile(ShopFolder.First), _folder.VerifiedFile(ShopFolder.Latest)]));

    [Test]
    public void WhatWasReceivedIsWrittenBesideIt() => Assert.Multiple(() =>
    {
        Assert.That(File.ReadAllText(_folder.ReceivedFile(ShopFolder.First)), Is.EqualTo(ShopFolder.FirstSchema));
        Assert.That(File.ReadAllText(_folder.ReceivedFile(ShopFolder.Latest)), Is.EqualTo(ShopFolder.SecondSchema));
        Assert.That(_folder.ReceivedFile(ShopFolder.Second), Does.Not.Exist);
    });

    [Test]
    public void NothingIsAccepted() => Assert.That(_folder.VerifiedFile(ShopFolder.Latest), Does.Not.Exist);

    [Test]
    public void ADiffToolIsOpenedForEachFile() => Assert.That(_folder.OpenedDiffs, Is.EqualTo(_exception.VerifiedFiles));

    [Test]
    public void TheNextRunThatMatchesDeletesWhatWasReceived()
    {
        _folder.WriteVerified(ShopFolder.First, ShopFolder.FirstSchema);
        _folder.WriteVerified(ShopFolder.Latest, ShopFolder.SecondSchema);

        _folder.Verify();

        Assert.That(Directory.GetFiles(_folder.Root, "*.received.txt", SearchOption.AllDirectories), Is.Empty);
    }
}
