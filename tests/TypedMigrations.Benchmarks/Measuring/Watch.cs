namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>Reads a value again and again while a process runs, and keeps the largest.</summary>
internal sealed class Watch : IDisposable
{
    private readonly ManualResetEventSlim _ended = new();
    private readonly Thread _thread;
    private long _largest;

    /// <summary>Begins to watch.</summary>
    /// <param name="read">Reads the value.</param>
    /// <param name="interval">How long to wait between two readings.</param>
    public Watch(Func<long> read, TimeSpan interval)
    {
        _thread = new Thread(() =>
        {
            do
                _largest = Math.Max(_largest, read());
            while (!_ended.Wait(interval));
        });
        _thread.Start();
    }

    /// <summary>Ends watching.</summary>
    /// <returns>The largest value.</returns>
    public long End()
    {
        _ended.Set();
        _thread.Join();
        return _largest;
    }

    public void Dispose()
    {
        End();
        _ended.Dispose();
    }

    /// <summary>Watches the bytes of the files in a folder; 0 where there is none.</summary>
    public static Watch Folder(string? folder) => new(() => folder is null ? 0 : SizeOf(folder), TimeSpan.FromMilliseconds(folder is null ? 1000 : 20));

    private static long SizeOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (IOException)
        {
            // The process moves and deletes files meanwhile: the next reading tells.
            return 0;
        }
    }
}
