using System.Diagnostics;
using System.Globalization;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Who holds a lock, as told to those who wait. It decides nothing: only the operating system's lock does.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Process">Its name.</param>
/// <param name="Machine">Its machine.</param>
/// <param name="Since">Since when.</param>
/// <param name="Token">Tells this taking from any other, so that a holder removes only its own note.</param>
internal sealed record LockHolder(int ProcessId, string Process, string Machine, DateTimeOffset Since, string Token)
{
    private const long LargestFile = 16 * 1024;

    /// <summary>This process.</summary>
    public static LockHolder Me(DateTimeOffset since) => new(
        Environment.ProcessId, AppDomain.CurrentDomain.FriendlyName, Environment.MachineName, since,
        Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));

    /// <summary>The note at a path, or null where there is none that can be read.</summary>
    public static LockHolder? TryRead(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LargestFile ? Parse(File.ReadAllLines(path)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the note. A failure is no failure of the lock: those who wait then read of an unknown process.</summary>
    public void TryWrite(string path)
    {
        try
        {
            string[] lines = [ProcessId.ToString(CultureInfo.InvariantCulture), Process, Machine, Since.ToString("O", CultureInfo.InvariantCulture), Token];
            FileLimit.Tell(() => File.WriteAllText(path, string.Join('\n', lines)));
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
            if (File.ReadAllLines(path) is [.., var last] && last == Token)
                File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(exception);
        }
    }

    /// <summary>A line each, for every start writes a note, and one with nothing pending should not pay for more.</summary>
    private static LockHolder? Parse(string[] lines) =>
        lines is [var id, { Length: > 0 } process, { Length: > 0 } machine, var since, { Length: > 0 } token]
        // It is shown on terminals, which obey control characters.
        && !process.Any(char.IsControl) && !machine.Any(char.IsControl)
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
        && DateTimeOffset.TryParseExact(since, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new LockHolder(processId, process, machine, time, token)
            : null;

    /// <summary>As people read it: <c>process 4711 (Host) on machine-a since 2020-11-20 09:14:03Z</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} ({Process}) on {Machine} since {Since.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z");
}
