namespace TypedMigrations.LiteDb.Files;

/// <summary>Tells whether a file is still what it was: the same file, and not written since.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Written">When it was written last, UTC.</param>
/// <param name="Inode">Which file it is; 0 where only Linux would know.</param>
/// <remarks>
/// The lock on a database keeps LiteDB and .NET out, but on Linux and macOS neither <c>cp</c> nor <c>mv</c>. What is written within one tick of the file system's clock, some milliseconds,
/// and keeps the length is not seen.
/// </remarks>
internal sealed record FileVersion(long Length, DateTime Written, ulong Inode)
{
    /// <summary>There is no file.</summary>
    public static readonly FileVersion None = new(Length: -1, default, Inode: 0);

    /// <summary>Whether a name still leads to the same file, and nobody wrote into it.</summary>
    /// <remarks>On Windows nobody else can write or replace what is held open, and a write may be dated late.</remarks>
    public bool IsStill(string path) => OperatingSystem.IsWindows() || Of(path) == this;

    /// <summary>Whether a name still leads to the same file, whatever was written into it.</summary>
    public bool IsFile(string path) => OperatingSystem.IsWindows() || Of(path).Inode == Inode;

    public static FileVersion Of(string path) =>
        new FileInfo(path) is { Exists: true } file ? new FileVersion(file.Length, file.LastWriteTimeUtc, FileFacts.TryRead(path)?.Inode ?? 0) : None;
}

/// <summary>The two files of a swap as the run knows them.</summary>
/// <param name="Database">The database as it was copied.</param>
/// <param name="Copy">The copy as it was verified.</param>
internal sealed record SwappedFiles(FileVersion Database, FileVersion Copy);
