using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Files;

/// <summary>A file as a stream that can neither write to it nor close it, whatever is stacked on it.</summary>
/// <remarks>LiteDB's AesStream writes a new salt where it believes a file is new, and closes its stream on a wrong password.</remarks>
internal sealed class ReadOnlyView(FileStream file) : Stream
{
    private long _position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Whole pages alone: LiteDB cuts the rest off, which is to write.</summary>
    public override long Length => file.Length / LiteDbPage.Size * LiteDbPage.Size;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        // By position: the file's own position stays where it is.
        var read = RandomAccess.Read(file.SafeFileHandle, buffer, _position);
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
