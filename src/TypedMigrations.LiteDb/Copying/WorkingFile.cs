using LiteDB;
using LiteDB.Engine;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>A LiteDB file of our own in the work folder. Nobody else opens it.</summary>
internal sealed class WorkingFile(string path, EngineSettings template) : IDisposable
{
    private LiteEngine? _engine;

    public string Path { get; } = path;

    /// <summary>The engine, opened on first use.</summary>
    public LiteEngine Engine => _engine ??= new LiteEngine(new EngineSettings
    {
        Filename = Path,
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

        var engine = _engine;
        _engine = null;
        try
        {
            engine.Checkpoint();
        }
        finally
        {
            engine.Dispose();
        }

        var log = new FileInfo(LogPath);
        if (log.Exists && log.Length > 0)
            throw new IOException($"LiteDB left a log of {log.Length:N0} bytes behind when the copy was closed.");
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
    }

    private string LogPath => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(Path)!, System.IO.Path.GetFileNameWithoutExtension(Path) + "-log" + System.IO.Path.GetExtension(Path));
}
