namespace TypedMigrations.Fuzzing.Looping;

/// <summary>A folder for the files of one input, in memory where the system has such a place.</summary>
internal sealed class Scratch : IDisposable
{
    private const string InMemory = "/dev/shm";

    public Scratch() => Folder = System.IO.Directory.CreateDirectory(System.IO.Path.Combine(Directory.Exists(InMemory) ? InMemory : System.IO.Path.GetTempPath(), "typed-migrations-fuzz-" + Guid.NewGuid().ToString("N"), "data")).FullName;

    public string Folder { get; }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>What lies in the folder and below, relative to it.</summary>
    public IReadOnlyList<string> Names => [.. Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Select(path => System.IO.Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Folder)!, recursive: true);
}
