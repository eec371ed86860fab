namespace TypedMigrations.LiteDb.Copying;

/// <summary>A stream that stays open when LiteDB closes it: encrypted databases close the stream that they were given.</summary>
internal class KeptOpen(Stream stream) : Stream
{
    public override bool CanRead => stream.CanRead;

    public override bool CanSeek => stream.CanSeek;

    public override bool CanWrite => stream.CanWrite;

    public override long Length => stream.Length;

    public override long Position { get => stream.Position; set => stream.Position = value; }

    public override void Flush() => stream.Flush();

    public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

    public override void SetLength(long value) => stream.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            stream.Write(buffer, offset, count);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // So .NET says that the system lets no file grow so far: the caller's arguments are right.
            throw new IOException(exception.Message, exception);
        }
    }
}
