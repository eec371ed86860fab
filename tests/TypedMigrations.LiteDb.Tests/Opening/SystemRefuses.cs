using TypedMigrations.LiteDb.Copying;
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
    public void AnAssemblyThatCannotBeLoadedIsNotTakenForDamage()
    {
        var refused = Refused(new TypeInitializationException("LiteDB.BsonExpression", new FileNotFoundException("Could not load file or assembly 'System.Reflection.Emit.Lightweight'.")));

        Assert.That(refused.Code, Is.EqualTo(ErrorCode.NotWritable));
        Assert.That(refused.Message, Does.Contain("  reason  Could not load file or assembly 'System.Reflection.Emit.Lightweight'."));
    }

    [Test]
    public void AFileThatMayNotGrowIsNotTakenForDamage()
    {
        using var data = new KeptOpen(new MayNotGrow());

        Assert.That(() => data.Write(new byte[8192], 0, 8192), Throws.InstanceOf<IOException>().With.Message.StartsWith("Specified file length was too large for the file system."));
    }

    [Test]
    public void AFileThatEndsTooEarlyIsDamaged() => Assert.That(Refused(new EndOfStreamException()).Code, Is.EqualTo(ErrorCode.Damaged));

    private string FullName => Path.GetFullPath("shop.db");

    private MigrationException Refused(Exception cause) =>
        Assert.Throws<MigrationException>(() => LiteDbErrors.Translate<int>(DatabaseFile.At(FullName), () => throw cause))!;

    /// <summary>What .NET throws where a file reaches the limit of its size.</summary>
    private sealed class MayNotGrow : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new ArgumentOutOfRangeException("value", "Specified file length was too large for the file system.");
    }
}
