using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>A LiteDB file of our own in the work folder.</summary>
internal sealed class WorkingDiskFile(string path, EngineSettings template, bool isPassing = false) : WorkingFile
{
    // An encrypted log keeps the page with its salt.
    private const int SaltBytes = 8192;

    private WorkingLog? _log;

    public string Path { get; } = path;

    public override WorkingFile Copy()
    {
        Close();
        var copy = Path + ".before";
        File.Copy(Path, copy, overwrite: true);
        return new WorkingDiskFile(copy, template, isPassing: true);
    }

    public override WorkingFile Beside(Collation collation)
    {
        Close();
        return new WorkingDiskFile(Path + ".beside", new EngineSettings { Password = template.Password, Collation = collation }, isPassing: true);
    }

    public override void Become(WorkingFile other)
    {
        Close();
        other.Close();
        File.Move(((WorkingDiskFile)other).Path, Path, overwrite: true);
    }

    public override void Dispose()
    {
        base.Dispose();
        _log?.Dispose();
        _log = null;
    }

    /// <summary>Removes a file that only one migration needs.</summary>
    public override void Remove()
    {
        Dispose();
        if (isPassing)
            File.Delete(Path);
    }

    private protected override LiteEngine Open() => new(new EngineSettings
    {
        Filename = Path,
        LogStream = _log = new WorkingLog(LogPath),
        Password = template.Password,
        // A file that exists keeps its collation: LiteDB refuses to open it with another one.
        Collation = File.Exists(Path) ? null : template.Collation,
        InitialSize = template.InitialSize,
    });

    private protected override void CheckSettled() => _log!.ThrowIfFailed();

    private protected override void RemoveLog()
    {
        var left = new FileInfo(LogPath).Length;
        if (left > (template.Password is null ? 0 : SaltBytes))
            throw new IOException($"LiteDB left a log of {left:N0} bytes behind when the copy was closed.");
        File.Delete(LogPath);
    }

    private string LogPath => DatabaseFile.LogOf(Path);
}
