using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Who holds a lock, as told to those who wait. It decides nothing: only the operating system's lock does.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Process">Its name.</param>
/// <param name="Machine">Its machine.</param>
/// <param name="Since">Since when.</param>
/// <param name="Token">Tells this taking from any other, so that a holder removes only its own note.</param>
internal sealed record LockHolder(int ProcessId, string Process, string Machine, DateTimeOffset Since, string Token)
{
    /// <summary>This process.</summary>
    public static LockHolder Me(DateTimeOffset since)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new LockHolder(Environment.ProcessId, process.ProcessName, Environment.MachineName, since, Guid.NewGuid().ToString("N"));
    }

    /// <summary>The note at a path, or null where there is none that can be read.</summary>
    public static LockHolder? TryRead(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), FilesJson.Default.LockHolder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the note. A failure is no failure of the lock: those who wait then read of an unknown process.</summary>
    public void TryWrite(string path)
    {
        try
        {
            File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, FilesJson.Default.LockHolder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(exception);
        }
    }

    /// <summary>Removes the note where it is this one.</summary>
    public void TryRemove(string path)
    {
        try
        {
            if (TryRead(path)?.Token == Token)
                File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(exception);
        }
    }

    /// <summary>As people read it: <c>process 4711 (Host) on machine-a since 2020-11-20 09:14:03Z</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} ({Process}) on {Machine} since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z");
}
