using LiteDB;
using LiteDB.Engine;
using TypedMigrations.LiteDb.Files;
using TypedMigrations.LiteDb.Opening;
using TypedMigrations.LiteDb.Pages;

namespace TypedMigrations.LiteDb.Copying;

/// <summary>A LiteDB file of our own in the work folder.</summary>
internal sealed class WorkingDiskFile(string path, EngineSettings template, bool isPassing = false) : WorkingFile
{
    // An encrypted log keeps the page with its salt.
    private const int SaltBytes = 8192;

    // Since the run saw its version; then it is known only which file it is.
    private bool _isWritten;
    private FileStream? _data;
    private WorkingLog? _log;

    public string Path { get; } = path;

    /// <summary>What the file is, as far as the run knows; none where it was not opened yet.</summary>
    public FileVersion Version { get; private set; } = FileVersion.None;

    public override WorkingFile Copy()
    {
        Close();
        var copy = Path + ".before";
        FileLimit.Tell(() => File.Copy(Path, copy, overwrite: true));
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
        (Version, _isWritten) = (FileVersion.Of(Path), false);
    }

    public override void Dispose()
    {
        base.Dispose();
        _data?.Dispose();
        _log?.Dispose();
        (_data, _log) = (null, null);
    }

    /// <summary>Removes a file that only one migration needs.</summary>
    public override void Remove()
    {
        Dispose();
        if (isPassing)
            File.Delete(Path);
    }

    private protected override CarefulEngine Open()
    {
        RefuseChanged();
        _data = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        (Version, _isWritten) = (FileVersion.Of(Path), true);
        _log = new WorkingLog(LogPath);
        return new CarefulEngine(new EngineSettings
        {
            // By its name, LiteDB would bring the file to the disk each time it is closed: once, before the swap, is enough.
            DataStream = new KeptOpen(_data),
            LogStream = _log,
            Password = template.Password,
            // A file that exists keeps its collation: LiteDB refuses to open it with another one.
            Collation = _data.Length > 0 ? null : template.Collation,
            InitialSize = template.InitialSize,
        });
    }

    private protected override PageReader ReadPages()
    {
        RefuseChanged();
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        return PageReader.Open(new ReadOnlyView(file), template.Password, file, Gate);
    }

    private protected override PageWriter OpenPages()
    {
        RefuseChanged();
        (Version, _isWritten) = (FileVersion.Of(Path), true);
        return new PageWriter(new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0), template.Password, Gate);
    }

    private protected override void CheckSettled() => _log!.ThrowIfFailed();

    private protected override void RemoveLog()
    {
        var left = new FileInfo(LogPath).Length;
        if (left > (template.Password is null ? 0 : SaltBytes))
            throw new IOException($"LiteDB left a log of {left:N0} bytes behind when the copy was closed.");
        File.Delete(LogPath);
        RefuseChanged();
        (Version, _isWritten) = (FileVersion.Of(Path), false);
    }

    /// <summary>Somebody might write the file between two uses, when it is open nowhere, or put another in its place at any time.</summary>
    private void RefuseChanged()
    {
        if (Version != FileVersion.None && !(_isWritten ? Version.IsFile(Path) : Version.IsStill(Path)))
            throw new IOException($"{System.IO.Path.GetFileName(Path)} was written or replaced by another program.");
    }

    private string LogPath => DatabaseFile.LogOf(Path);
}
