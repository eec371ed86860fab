namespace TypedMigrations.LiteDb.Files;

/// <summary>A database that is held open so that no other LiteDB program gets in, after what it is was checked.</summary>
/// <remarks>
/// LiteDB's own opening by name fails while this is held, in this process too: give it <see cref="Data"/> and <see cref="Log"/> in
/// EngineSettings. Nothing was written to either.
/// </remarks>
internal sealed class HeldDatabase : IDisposable
{
    private readonly DatabaseFile _file;

    private HeldDatabase(DatabaseFile file, FileStream data, FileStream? log)
    {
        _file = file;
        Data = data;
        Log = log;
    }

    /// <summary>The data file, open for reading and writing.</summary>
    public FileStream Data { get; }

    /// <summary>The log, or null where there is none.</summary>
    public FileStream? Log { get; private set; }

    /// <summary>The bytes of data and log.</summary>
    public long Length => Data.Length + (Log?.Length ?? 0);

    /// <summary>Holds and checks a database, or returns null where there is none yet.</summary>
    public static HeldDatabase? TryHold(DatabaseFile file, string? password = null) => throw new NotImplementedException($"{file}{password}");

    /// <summary>Lets go.</summary>
    public void Dispose()
    {
        Log?.Dispose();
        Data.Dispose();
    }

    /// <summary>Deletes the log after a checkpoint emptied it, so that the file may be swapped.</summary>
    public void RemoveSettledLog()
    {
        Log?.Dispose();
        Log = null;
        File.Delete(_file.LogPath);
    }
}
