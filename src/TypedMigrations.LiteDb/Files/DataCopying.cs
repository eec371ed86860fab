namespace TypedMigrations.LiteDb.Files;

/// <summary>Copies a data file that is held open: by its stream, for its name cannot be opened a second time.</summary>
internal static class DataCopying
{
    private const int BufferBytes = 1024 * 1024;
    private const long TellEvery = 16 * BufferBytes;

    /// <summary>Copies all of it to a file that does not exist yet.</summary>
    /// <param name="data">The file.</param>
    /// <param name="copy">The path of the copy.</param>
    /// <param name="onCopying">Told the bytes so far and all there are, now and then and at the end.</param>
    /// <param name="cancellation">Ends it; what was copied stays.</param>
    public static void Copy(FileStream data, string copy, Action<long, long> onCopying, CancellationToken cancellation)
    {
        using var file = new FileStream(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var target = new KeptOpen(file);
        target.SetLength(data.Length);
        var buffer = new byte[BufferBytes];
        data.Position = 0;
        for (int read; (read = data.Read(buffer)) > 0; cancellation.ThrowIfCancellationRequested())
        {
            target.Write(buffer, 0, read);
            if (target.Position % TellEvery == 0 && target.Position < data.Length)
                onCopying(target.Position, data.Length);
        }

        onCopying(target.Position, data.Length);
    }
}
