using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Opening;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>The operating system does not let LiteDB at the file, which is not the file's fault.</summary>
public sealed class SystemRefuses
{
    [Test]
    public void IsNotTakenForDamage()
    {
        var refused = Refused(new IOException("No space left on device"));

        Assert.That(refused.Message, Is.EqualTo($"""
            TM3007: The operating system did not let LiteDB read or write shop.db.
              file    {FullName}
              reason  No space left on device
            Remove the reason, then start again.
            """));
    }

    [Test]
    public void AFileThatEndsTooEarlyIsDamaged() => Assert.That(Refused(new EndOfStreamException()).Code, Is.EqualTo(ErrorCode.Damaged));

    private string FullName => Path.GetFullPath("shop.db");

    private MigrationException Refused(Exception cause) =>
        Assert.Throws<MigrationException>(() => LiteDbErrors.Translate<int>(DatabaseFile.At(FullName), () => throw cause))!;
}
