using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Files;

/// <summary>A database that is held open so that no other LiteDB program gets in, after what it is was checked.</summary>
/// <remarks>
/// LiteDB's own opening by name fails while this is held, in this process too: give it <see cref="Data"/> and <see cref="Log"/> in
/// EngineSettings. Holding writes nothing: neither to the files nor beside them.
/// </remarks>
internal sealed class HeldDatabase : IDisposable
{
    private readonly DatabaseFile _file;
    private readonly bool _isEncrypted;

    private HeldDatabase(DatabaseFile file, FileVersion version, FileStream data, FileStream? log, DatabaseHeader header, bool isEncrypted)
    {
        _file = file;
        Version = version;
        _isEncrypted = isEncrypted;
        Data = data;
        Log = log;
        Header = header;
    }

    /// <summary>What the data file was when the database was taken.</summary>
    public FileVersion Version { get; }

    /// <summary>The data file, open for reading and writing.</summary>
    public FileStream Data { get; }

    /// <summary>The log, or null where there is none.</summary>
    public FileStream? Log { get; private set; }

    /// <summary>What the first page said when the database was taken.</summary>
    public DatabaseHeader Header { get; }

    /// <summary>The bytes of data and log.</summary>
    public long Length => Data.Length + (Log?.Length ?? 0);

    /// <summary>Holds and checks a database, or returns null where there is none yet.</summary>
    /// <param name="file">The database.</param>
    /// <param name="password">Its password; null for a plain file.</param>
    /// <exception cref="MigrationException">
    /// TM3003: it is no LiteDB 5 file, or empty. TM3004: the password is wrong, missing or not wanted. TM3005: it is damaged. TM3006: a
    /// log lies beside it that is not its own. TM3007: it cannot be written. TM3011: another program has it open.
    /// </exception>
    public static HeldDatabase? TryHold(DatabaseFile file, string? password = null)
    {
        LogCheck.RefuseBesideLinks(file);
        if (!File.Exists(file.Path) && !Directory.Exists(file.Path))
        {
            LogCheck.RefuseWithoutData(file);
            return null;
        }

        var data = ExclusiveFile.Open(file, file.Path);
        var version = FileVersion.Of(file.Path);
        FileStream? log = null;
        try
        {
            log = File.Exists(file.LogPath) ? ExclusiveFile.Open(file, file.LogPath) : null;
            var header = Check(file, data, log, password);
            return new HeldDatabase(file, version, data, log, header, isEncrypted: password is not null);
        }
        catch
        {
            log?.Dispose();
            data.Dispose();
            throw;
        }
    }

    /// <summary>Deletes the log after a checkpoint emptied it, so that the data file may be copied and replaced alone.</summary>
    /// <exception cref="InvalidOperationException">There are pages in it.</exception>
    public void RemoveSettledLog()
    {
        if (Log is null)
            return;

        // An encrypted log keeps the page with its salt.
        if (Log.Length > (_isEncrypted ? LiteDbPage.Size : 0))
            throw new InvalidOperationException($"The log of {_file.DisplayName} is not settled: it has {Log.Length} bytes.");

        Log.Dispose();
        Log = null;
        File.Delete(_file.LogPath);
    }

    /// <summary>Lets go.</summary>
    public void Dispose()
    {
        Log?.Dispose();
        Data.Dispose();
    }

    private static DatabaseHeader Check(DatabaseFile file, FileStream data, FileStream? log, string? password)
    {
        using var pages = DataFileCheck.Open(file, data, password);
        var header = DataFileCheck.ReadHeader(file, pages);
        var logged = LogCheck.Read(file, header, pages.Count, log, password);
        DataFileCheck.CheckLength(file, data, pages, logged);
        return header;
    }
}
