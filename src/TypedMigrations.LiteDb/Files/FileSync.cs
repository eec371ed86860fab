namespace TypedMigrations.LiteDb.Files;

/// <summary>Brings a file's content to the disk.</summary>
internal static class FileSync
{
    /// <summary>Returns when the disk has the content.</summary>
    public static void Flush(string file)
    {
        // Windows flushes only what is open for writing.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        stream.Flush(flushToDisk: true);
    }
}
