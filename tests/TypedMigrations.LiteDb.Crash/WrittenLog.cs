using LiteDB;

namespace TypedMigrations.LiteDb.Crash;

/// <summary>LiteDB's commit returns before another thread has written the log.</summary>
public static class WrittenLog
{
    /// <summary>Returns when all pages that LiteDB has for the log are in its file.</summary>
    public static void Await(LiteDatabase database, string log, bool isEncrypted)
    {
        using var reader = database.Execute("SELECT $ FROM $database");
        reader.Read();
        var pages = reader.Current["logFileSize"].AsInt64;
        var length = pages == 0 ? 0 : pages + (isEncrypted ? 8192 : 0);
        if (!SpinWait.SpinUntil(() => new FileInfo(log) is { Exists: true } file ? file.Length >= length : length == 0, TimeSpan.FromSeconds(30)))
            throw new TimeoutException($"The log {log} has not grown to {length} bytes.");
    }
}
