using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Journaling;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Opens a database for the application, once, where the last run left it for this very program.</summary>
/// <remarks>
/// Lock, hold and checks are those of a session. Where the note in the journal names this program, the application's own engine is opened, by the name of the file and as LiteDB always does,
/// and reads the note again: what it read is what the application gets. Where anything is out of the ordinary, a session has to deal with it.
/// </remarks>
internal sealed class DirectEntry(LiteDbConnection connection, DatabaseLock @lock)
{
    private readonly DatabaseFile _file = connection.File;
    private DamageMark? _mark;

    /// <summary>The open engine, with the lock held exclusively; or null, with the lock as it was.</summary>
    public ILiteEngine? TryOpen(string program)
    {
        var wasHeld = @lock.IsHeld;
        ILiteEngine? engine = null;
        try
        {
            engine = @lock.TryTakeExclusive() && IsLeftFor(program) ? TryOpenLeftFor(program) : null;
        }
        catch (Exception)
        {
            // A session meets it again, and says what it is.
            PutMarkBack();
        }

        if (engine is null && !wasHeld)
            @lock.Release();
        return engine;
    }

    /// <summary>Whether there is a database, nobody else has it open, its file is what it should be, no run or program was cut while it wrote, and the note names this program.</summary>
    /// <remarks>
    /// The note is read while the file is held. An engine of LiteDB would be open for a moment beside that of a program which writes, and delete the log of that one as it closes: what it
    /// wrote would be lost.
    /// </remarks>
    private bool IsLeftFor(string program)
    {
        if (File.Exists(_file.IntentPath) || Directory.Exists(_file.WorkFolder) || File.Exists(_file.LogPath))
            return false;

        using var held = HeldDatabase.TryHold(_file, connection.Template.Password);
        _mark = held is null ? null : DamageMark.Read(held.Data, isEncrypted: connection.Template.Password is not null);
        if (held is null)
            return false;

        using var pages = DataFileCheck.Open(_file, held.Data, connection.Template.Password);
        return LiteDbJournal.IsLeftFor(pages, program);
    }

    private void PutMarkBack()
    {
        try
        {
            _mark?.PutBack(_file);
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
            CarefulEngine.Close(engine);
            throw;
        }

        engine.Dispose();
        return null;
    }
}
