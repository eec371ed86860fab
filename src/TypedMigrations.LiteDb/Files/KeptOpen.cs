namespace TypedMigrations.LiteDb.Files;

/// <summary>A stream that stays open when LiteDB closes it, and says as an IOException that it may not grow so far.</summary>
/// <remarks>Encrypted databases close the stream that they were given.</remarks>
internal class KeptOpen(Stream stream) : Stream
{
    public override bool CanRead => stream.CanRead;

    public override bool CanSeek => stream.CanSeek;

    public override bool CanWrite => stream.CanWrite;

    public override long Length => stream.Length;

    public override long Position { get => stream.Position; set => stream.Position = value; }

    public override void Flush() => stream.Flush();

    public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

    // The base class would copy what it read.
    public override int Read(Span<byte> buffer) => stream.Read(buffer);

    public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

    public override void SetLength(long value) => FileLimit.Tell(() => stream.SetLength(value));

    public override void Write(byte[] buffer, int offset, int count) => FileLimit.Tell(() => stream.Write(buffer, offset, count));
}
