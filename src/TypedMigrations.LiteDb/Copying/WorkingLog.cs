namespace TypedMigrations.LiteDb.Copying;

/// <summary>LiteDB's log of a working file. A write that fails is told by whoever uses the log next.</summary>
/// <remarks>
/// LiteDB writes its log on a thread of its own. Where that thread dies, because the disk is full for one, nobody ever says that
/// its queue is empty, and a checkpoint waits for ever. So a write never throws here; reading, which a checkpoint does on the
/// caller's thread, throws instead. What LiteDB took for committed until then is on a copy, which the caller throws away.
/// </remarks>
internal sealed class WorkingLog(string path) : Stream
{
    // LiteDB reads and writes whole pages.
    private readonly FileStream _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    private volatile Exception? _failure;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ThrowIfFailed();
        return _file.Read(buffer, offset, count);
    }

    public override void Write(byte[] buffer, int offset, int count) => Keep(() => _file.Write(buffer, offset, count));

    /// <summary>Does nothing: there is no buffer, and a copy need not outlive a power cut before it is swapped in.</summary>
    public override void Flush()
    {
    }

    public override void SetLength(long value) => Keep(() => _file.SetLength(value));

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    /// <exception cref="IOException">Something could not be written.</exception>
    public void ThrowIfFailed()
    {
        if (_failure is { } failure)
            throw new IOException(failure.Message, failure);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>After the first failure nothing more is written: the log has a hole.</summary>
    private void Keep(Action write)
    {
        if (_failure is not null)
            return;

        try
        {
            write();
        }
        catch (Exception exception)
        {
            _failure = exception;
        }
    }
}
