using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Opens a database for the application, once, where the last run left it for this very program.</summary>
/// <remarks>
/// Lock, hold and checks are those of a session. Then the application's own engine is opened, by the name of the file and as LiteDB always does, and it is this engine that
/// reads the note in the journal: what it read is what the application gets. Where anything is out of the ordinary, a session has to deal with it.
/// </remarks>
internal sealed class DirectEntry(LiteDbConnection connection, DatabaseLock @lock)
{
    private readonly DatabaseFile _file = connection.File;

    // The page with the mark; before it an encrypted file has one with its salt.
    private readonly byte[] _start = new byte[2 * LiteDbPage.Size];
    private int _startLength;

    /// <summary>The open engine, with the lock held exclusively; or null, with the lock as it was.</summary>
    public ILiteEngine? TryOpen(string program)
    {
        var wasHeld = @lock.IsHeld;
        ILiteEngine? engine = null;
        try
        {
            engine = @lock.TryTakeExclusive() && IsInOrder() ? TryOpenLeftFor(program) : null;
        }
        catch (Exception)
        {
            // A session meets it again, and says what it is.
            Unmark();
        }

        if (engine is null && !wasHeld)
            @lock.Release();
        return engine;
    }

    /// <summary>Whether there is a database, nobody else has it open, its file is what it should be, and no run or program was cut while it wrote.</summary>
    private bool IsInOrder()
    {
        if (File.Exists(_file.IntentPath) || Directory.Exists(_file.WorkFolder) || File.Exists(_file.LogPath))
            return false;

        using var held = HeldDatabase.TryHold(_file, connection.Template.Password);
        if (held is null)
            return false;
        _startLength = RandomAccess.Read(held.Data.SafeFileHandle, _start, fileOffset: 0);
        return true;
    }

    /// <summary>LiteDB marks a file in which it finds damage, and whoever looks must not change what is to be put back or mended.</summary>
    private void Unmark()
    {
        if (_startLength == 0)
            return;

        try
        {
            using var held = ExclusiveFile.Open(_file, _file.Path);
            var now = new byte[_startLength];
            if (RandomAccess.Read(held.SafeFileHandle, now, fileOffset: 0) == _startLength && !now.AsSpan().SequenceEqual(_start.AsSpan(0, _startLength)))
                RandomAccess.Write(held.SafeFileHandle, _start.AsSpan(0, _startLength), fileOffset: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or MigrationException)
        {
            // The session meets this again, too.
        }
    }

    private LiteEngine? TryOpenLeftFor(string program)
    {
        var engine = new LiteEngine(connection.ForApplication());
        try
        {
            if (LiteDbJournal.IsLeftFor(engine, program))
                return engine;
        }
        catch
        {
            engine.Dispose();
            throw;
        }

        engine.Dispose();
        return null;
    }
}
