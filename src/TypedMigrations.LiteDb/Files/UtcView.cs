using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Files;

/// <summary>The pages of a database as LiteDB reads them where its pragma UTC_DATE is on. Nothing can be written, and nothing is closed.</summary>
/// <remarks>
/// Where the pragma is off, LiteDB gives times as local ones, so that the hour that autumn has twice, and times near the ends, cannot be told
/// apart any more; and to turn it on is to write. So the header says here that it is on.
/// </remarks>
/// <param name="pages">The pages, decrypted.</param>
internal sealed class UtcView(Stream pages) : Stream
{
    private const int UtcDate = 96;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Whole pages alone: LiteDB cuts the rest off, which is to write.</summary>
    public override long Length => Math.Max(0, pages.Length) / LiteDbPage.Size * LiteDbPage.Size;

    /// <inheritdoc/>
    public override long Position
    {
        get => pages.Position;
        set => pages.Position = value;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var isPage = pages.Position % LiteDbPage.Size == 0 && count >= LiteDbPage.Size;
        var read = pages.Read(buffer, offset, count);
        // In the log, too, where a transaction that changed the header left another one.
        if (isPage && new LiteDbPage(buffer.AsSpan(offset, count)) is { Id: 0, Type: LiteDbPage.Header })
            buffer[offset + UtcDate] = 1;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => pages.Seek(offset, origin);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
