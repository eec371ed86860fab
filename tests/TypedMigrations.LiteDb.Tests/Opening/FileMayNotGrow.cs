using NUnit.Framework.Constraints;
using TypedMigrations.LiteDb.Copying;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Pages;
using TypedMigrations.StoreContract.Modules.History;

namespace TypedMigrations.LiteDb.Tests.Opening;

/// <summary>The system lets a file not grow so far, as <c>ulimit -f</c> has it. .NET says that an argument is out of range, which is not the fault of what was to be written.</summary>
public sealed class FileMayNotGrow
{
    private const string TooLarge = "Specified file length was too large for the file system.";

    private static Constraint IsToldAsWhatTheSystemRefuses => Throws.TypeOf<IOException>().With.Message.EqualTo(new MayNotGrow().Refusal.Message);

    [Test]
    public void WhereLiteDbWrites()
    {
        using var data = new KeptOpen(new MayNotGrow());

        Assert.That(() => data.Write(new byte[8192], 0, 8192), IsToldAsWhatTheSystemRefuses);
    }

    [Test]
    public void WhereItsLengthIsSet()
    {
        using var data = new KeptOpen(new MayNotGrow());

        Assert.That(() => data.SetLength(8192), IsToldAsWhatTheSystemRefuses);
    }

    /// <summary>The files beside a database: the note of a swap, a copy of the state before, what is kept for the audit trail.</summary>
    [Test]
    public void WhereAFileIsWrittenAtOnce()
    {
        Assert.That(() => FileLimit.Tell(() => new MayNotGrow().SetLength(1)), IsToldAsWhatTheSystemRefuses);
    }

    [Test]
    public void WherePagesAreWrittenPastLiteDb()
    {
        using var pages = new PageWriter(new MayNotGrow(), password: null, new Lock());

        Assert.That(() => pages.Write(1, new byte[8192]), IsToldAsWhatTheSystemRefuses);
    }

    /// <summary>A length below zero is out of range as well: no limit of the process is needed.</summary>
    [Test]
    public void WhereItIsTheLogOfACopy()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var log = new WorkingLog(path);

            Assert.That(() => log.SetLength(-1), Throws.Nothing, "LiteDB's thread that writes must not end");
            Assert.That(log.ThrowIfFailed, Throws.TypeOf<IOException>().With.InnerException.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => log.Read(new byte[8192], 0, 8192), Throws.TypeOf<IOException>());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task WhereAStreamOfTheProgramIsReplaced()
    {
        using var stream = new MayNotGrow();

        var failed = await Assert.ThrowsAsync<MigrationException>(() => LiteDbMigrations.RunAsync(stream, [new HistoryModule()]));

        Assert.That(failed!.Message, Is.EqualTo($"""
            TM4009: The copy could not be written to the stream.
              reason    {stream.Refusal.Message}
              database  the stream was not changed.
            Give a stream that can grow, and start again.
            """));
    }

    private sealed class MayNotGrow : MemoryStream
    {
        public ArgumentOutOfRangeException Refusal { get; } = new("value", TooLarge);

        public override void Write(byte[] buffer, int offset, int count) => SetLength(Position + count);

        public override void SetLength(long value)
        {
            if (value > Length)
                throw Refusal;
        }
    }
}
