using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Opening;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>LiteDB asks for as much memory as a damaged length says, while there is enough for every sound file.</summary>
public sealed class MoreMemoryIsAskedForThanThereIs
{
    [Test]
    public void AFileIsDamaged()
    {
        var path = Path.GetFullPath("shop.db");

        var refused = Assert.Throws<MigrationException>(() => LiteDbErrors.Translate<int>(DatabaseFile.At(path), () => throw new OutOfMemoryException("No array of 2 GB.")));

        Assert.That(refused!.Message, Is.EqualTo($"""
            TM3005: LiteDB cannot read shop.db.
              file    {path}
              reason  OutOfMemoryException: No array of 2 GB.
            Put back a backup, or look at the file with LiteDB's own tools.
            """));
    }

    [Test]
    public void AStreamIsDamaged()
    {
        using var place = new StreamPlace(new MemoryStream(), "the stream", new EngineSettings());

        Assert.That(Assert.Throws<MigrationException>(() => place.Translate<int>(() => throw new OutOfMemoryException()))!.Code, Is.EqualTo(ErrorCode.Damaged));
    }
}
