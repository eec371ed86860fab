using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Opening;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>The operating system does not let LiteDB at the file or the stream, which is not their fault.</summary>
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

    [TestCase(typeof(IOException))]
    [TestCase(typeof(UnauthorizedAccessException))]
    public void NorIsAStream(Type cause)
    {
        var refused = RefusedStream((Exception)Activator.CreateInstance(cause, "Too many open files")!);

        Assert.That(refused.Message, Is.EqualTo("""
            TM3007: The operating system did not let LiteDB read or write the stream.
              reason  Too many open files
            Remove the reason, then start again.
            """));
    }

    [Test]
    public void NorIsAStreamForAnAssemblyThatCannotBeLoaded()
    {
        var refused = RefusedStream(new TypeInitializationException("LiteDB.BsonExpression", new FileNotFoundException("Could not load file or assembly 'System.Reflection.Emit.Lightweight'.")));

        Assert.That(refused.Message, Is.EqualTo("""
            TM3007: The operating system did not let LiteDB read or write the stream.
              reason  Could not load file or assembly 'System.Reflection.Emit.Lightweight'.
            Remove the reason, then start again.
            """));
    }

    [Test]
    public async Task NorIsAStreamThatCannotBeReadWhenItIsOpened()
    {
        using var stream = new Unreadable();
        using var store = new LiteDbStore(stream);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator([], store).PlanAsync());

        Assert.That(refused!.Message, Does.StartWith("TM3007: The operating system did not let LiteDB read or write the stream."));
    }

    [Test]
    public void AStreamThatEndsTooEarlyIsDamaged() => Assert.That(RefusedStream(new EndOfStreamException("No more.")).Message, Is.EqualTo("""
        TM3005: LiteDB cannot read the stream.
          reason  EndOfStreamException: No more.
        Give a stream that LiteDB wrote, or an empty one.
        """));

    [Test]
    public void AFileThatEndsTooEarlyIsDamaged() => Assert.That(Refused(new EndOfStreamException()).Code, Is.EqualTo(ErrorCode.Damaged));

    private string FullName => Path.GetFullPath("shop.db");

    private MigrationException Refused(Exception cause) =>
        Assert.Throws<MigrationException>(() => LiteDbErrors.Translate<int>(DatabaseFile.At(FullName), () => throw cause))!;

    private static MigrationException RefusedStream(Exception cause)
    {
        using var place = new StreamPlace(new MemoryStream(), "the stream", new EngineSettings());
        return Assert.Throws<MigrationException>(() => place.Translate<int>(() => throw cause))!;
    }

    private sealed class Unreadable : MemoryStream
    {
        public override long Length => 8192;

        public override int Read(Span<byte> buffer) => throw new IOException("Input/output error");
    }
}
