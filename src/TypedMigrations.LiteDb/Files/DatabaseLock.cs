namespace TypedMigrations.LiteDb.Files;

/// <summary>The lock of a database: a file beside it, locked by the operating system, which frees it when its holder dies.</summary>
/// <remarks>
/// Two locks on one file exclude each other within a process as well. The lock file is never deleted: whoever waits may have the
/// deleted file open already, would get its lock, and a third would make a new file and get that one's.
/// Not for several threads at once.
/// </remarks>
internal sealed class DatabaseLock(DatabaseFile file, LockWait? wait = null) : IDisposable
{
    private readonly LockWait _wait = wait ?? LockWait.Real;
    private FileStream? _held;
    private LockKind _kind;
    private LockHolder? _note;

    /// <summary>Whether this lock is held.</summary>
    public bool IsHeld => _held is not null;

    /// <summary>Whether this lock is held and nobody else can hold it.</summary>
    public bool IsExclusive => IsHeld && _kind == LockKind.Exclusive;

    /// <summary>Takes the lock for this process alone. A shared one is let go first, and not taken again where this fails.</summary>
    /// <exception cref="MigrationException">TM3002: locks do not work here. TM3007: the lock file cannot be made.</exception>
    public bool TryTakeExclusive() => TryTake(LockKind.Exclusive);

    /// <summary>Takes the lock together with others. An exclusive one is let go first, and not taken again where this fails.</summary>
    /// <exception cref="MigrationException">TM3002: locks do not work here. TM3007: the lock file cannot be made.</exception>
    public bool TryTakeShared() => TryTake(LockKind.Shared);

    /// <summary>Tries until it succeeds.</summary>
    /// <param name="tryTake">One of the two above, or whatever else may end the waiting.</param>
    /// <param name="timeout">How long. Zero: one try. <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</param>
    /// <param name="onWaiting">Told who holds the lock and how long it was waited: at once, then every five seconds.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="MigrationException">TM3001: the lock was not free in time.</exception>
    public void Acquire(Func<bool> tryTake, TimeSpan timeout, Action<string, TimeSpan> onWaiting, CancellationToken cancellation)
    {
        if (!_wait.Until(tryTake, timeout, waited => onWaiting(DescribeHolder(), waited), cancellation))
            throw NotFree(timeout);
    }

    /// <summary>Who holds the lock, for people. Of several who share it, the last that took it.</summary>
    public string DescribeHolder() => LockHolder.TryRead(file.HolderPath)?.ToString() ?? "an unknown process";

    /// <summary>Lets go. Does nothing where nothing is held.</summary>
    public void Release()
    {
        if (_held is null)
            return;

        // The note goes first: afterwards it could be the next holder's.
        _note?.TryRemove(file.HolderPath);
        _held.Dispose();
        _held = null;
        _note = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Release();

    private bool TryTake(LockKind kind)
    {
        if (IsHeld && _kind == kind)
            return true;

        Release();
        var stream = TryOpen(kind);
        if (stream is null)
            return false;

        try
        {
            ProveThatOthersAreKeptOut(kind);
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        (_held, _kind, _note) = (stream, kind, LockHolder.Me(_wait.Now));
        _note.TryWrite(file.HolderPath);
        return true;
    }

    private FileStream? TryOpen(LockKind kind)
    {
        var (access, share) = kind == LockKind.Exclusive ? (FileAccess.ReadWrite, FileShare.None) : (FileAccess.Read, FileShare.Read);
        try
        {
            return new FileStream(file.LockPath, FileMode.OpenOrCreate, access, share, bufferSize: 0);
        }
        catch (IOException exception) when (Sharing.IsViolation(exception))
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotMade(exception);
        }
    }

    /// <summary>
    /// .NET takes a lock that the file system does not know for taken, and DOTNET_SYSTEM_IO_DISABLEFILELOCKING turns all locks off
    /// without a word. So a second opening, which must fail, is tried each time.
    /// </summary>
    private void ProveThatOthersAreKeptOut(LockKind kind)
    {
        if (!(LockProof.TryProve(file.LockPath, kind) ?? IsRefusedBesides(kind)))
            throw DoNotWork();
    }

    private bool IsRefusedBesides(LockKind kind)
    {
        using var second = TryOpen(kind == LockKind.Exclusive ? LockKind.Shared : LockKind.Exclusive);
        return second is null;
    }

    private MigrationException NotMade(Exception cause) => new(
        new Problem(
            ErrorCode.NotWritable,
            $"The lock of {file.DisplayName} cannot be made in its folder.",
            "Let the application write in the folder of the database, or put the database where it can.",
            ("folder", file.Folder),
            ("lock file", file.LockPath),
            ("reason", cause.Message)),
        cause);

    private MigrationException DoNotWork() => new(new Problem(
        ErrorCode.LocksDoNotWork,
        $"File locks do not work where {file.DisplayName} is: a second lock was given while the first was held.",
        "Put the database on a local disk, and do not set DOTNET_SYSTEM_IO_DISABLEFILELOCKING. Some network file systems have no locks.",
        ("lock file", file.LockPath)));

    private MigrationException NotFree(TimeSpan timeout) => new(new Problem(
        ErrorCode.LockNotFree,
        $"{file.DisplayName} is locked by {DescribeHolder()}.",
        "Stop that process, or let this one wait longer (LockTimeout), then start again.",
        ("lock file", file.LockPath),
        ("waited", timeout == TimeSpan.Zero ? "not at all" : LockWait.InSeconds(timeout))));
}
