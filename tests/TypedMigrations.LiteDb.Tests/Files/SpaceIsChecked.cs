using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Tests.Files;

public sealed class SpaceIsChecked : FolderTest
{
    [Test]
    public void EnoughIsPassed() => Assert.That(() => FreeSpace.Check(Database, databaseBytes: 8192, factor: 2.5), Throws.Nothing);

    [Test]
    public void TooLittleIsRefusedWithHowMuchIsMissing()
    {
        using var mount = Mount.Disk(In("disk"), megabytes: 2);
        var file = DatabaseFile.At(In("disk", "shop.db"));

        var refused = Refused(() => FreeSpace.Check(file, databaseBytes: 40_000_000, factor: 2.5));

        Assert.That(refused.Message, Is.EqualTo(
            "TM3008: There is not enough space to migrate a copy of shop.db.\n" +
            "  needed  100.0 MB, 2.5 times the database of 40.0 MB\n" +
            "  free    2.1 MB\n" +
            $"  volume  {In("disk")}\n" +
            $"Free 98.0 MB more on {In("disk")}, or move the database to a larger volume."));
    }
}
