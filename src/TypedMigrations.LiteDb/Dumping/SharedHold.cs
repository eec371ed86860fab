using LiteDB;
using TypedMigrations.LiteDb.Opening;

namespace TypedMigrations.LiteDb.Dumping;

/// <summary>Keeps the other processes that share a file from it: whoever has a reader open has LiteDB's mutex. Of one thread alone.</summary>
internal sealed class SharedHold : IDisposable
{
    private readonly SharedEngine _engine;
    private readonly IBsonDataReader _reader;
    private readonly List<FileStream> _files = [];

    /// <summary>Waits until no other process uses the file, and keeps them waiting.</summary>
    public SharedHold(LiteDbConnection connection)
    {
        _engine = new SharedEngine(connection.ForApplication());
        _reader = _engine.Query("$cols", new Query());
        try
        {
            Data = OpenRead(connection.File.Path);
            Log = File.Exists(connection.File.LogPath) ? OpenRead(connection.File.LogPath) : null;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The data file.</summary>
    public FileStream Data { get; }

    /// <summary>The log, or null where there is none.</summary>
    public FileStream? Log { get; }

    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _reader.Dispose();
        _engine.Dispose();
    }

    private FileStream OpenRead(string path)
    {
        _files.Add(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
        return _files[^1];
    }
}
