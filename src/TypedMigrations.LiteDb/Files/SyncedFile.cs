namespace TypedMigrations.LiteDb.Files;

/// <summary>A data file as a stream whose Flush means the disk, and that stays open when LiteDB closes it.</summary>
/// <remarks>
/// LiteDB flushes to the disk only what is a FileStream and not encrypted; a stream that it is given never is. After a checkpoint it empties the log, so that without this
/// a loss of power right then takes documents that were committed long ago.
/// </remarks>
internal sealed class SyncedFile(FileStream file) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => file.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => file.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => file.CanWrite;

    /// <inheritdoc/>
    public override long Length => file.Length;

    /// <inheritdoc/>
    public override long Position { get => file.Position; set => file.Position = value; }

    /// <inheritdoc/>
    public override void Flush() => file.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => file.SetLength(value);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => file.Write(buffer, offset, count);
}
