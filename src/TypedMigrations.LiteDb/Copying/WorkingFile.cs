using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>A LiteDB file of our own in the work folder. Nobody else opens it.</summary>
internal sealed class WorkingFile(string path, EngineSettings template) : IDisposable
{
    // An encrypted log keeps the page with its salt.
    private const int SaltBytes = 8192;

    private LiteEngine? _engine;
    private WorkingLog? _log;

    public string Path { get; } = path;

    /// <summary>The engine, opened on first use.</summary>
    public LiteEngine Engine => _engine ??= new LiteEngine(new EngineSettings
    {
        Filename = Path,
        LogStream = _log = new WorkingLog(LogPath),
        Password = template.Password,
        Collation = template.Collation,
        InitialSize = template.InitialSize,
    });

    /// <summary>Writes everything into the file and closes it; the next use opens it again.</summary>
    /// <remarks>LiteDB's page cache never shrinks while an engine is open, and its Dispose swallows what fails, a full disk too.</remarks>
    public void Close()
    {
        if (_engine is null)
            return;

        try
        {
            _engine.Checkpoint();
            _log!.ThrowIfFailed();
        }
        finally
        {
            Dispose();
        }

        var left = new FileInfo(LogPath).Length;
        if (left > (template.Password is null ? 0 : SaltBytes))
            throw new IOException($"LiteDB left a log of {left:N0} bytes behind when the copy was closed.");
        File.Delete(LogPath);
    }

    /// <summary>Closes the file and copies it.</summary>
    public WorkingFile CopyTo(string copy)
    {
        Close();
        File.Copy(Path, copy, overwrite: true);
        return new WorkingFile(copy, template);
    }

    public void Dispose()
    {
        _engine?.Dispose();
        _engine = null;
        _log?.Dispose();
        _log = null;
    }

    private string LogPath => DatabaseFile.LogOf(Path);
}
