using System.Diagnostics;
using System.Globalization;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Finds who has a file open.</summary>
internal static class FileUsers
{
    private const string Unknown = "an unknown program";

    /// <summary>The processes, for people. Only Linux can be asked, and only of processes that this user may look into.</summary>
    public static string Describe(string path)
    {
        if (!OperatingSystem.IsLinux())
            return Unknown;

        var users = Process.GetProcesses().Where(process => HasOpen(process.Id, path)).Select(Describe).ToList();
        return users.Count == 0 ? Unknown : string.Join(", ", users);
    }

    private static string Describe(Process process)
    {
        var name = process.Id == Environment.ProcessId ? "this process" : process.ProcessName;
        return string.Create(CultureInfo.InvariantCulture, $"process {process.Id} ({name})");
    }

    private static bool HasOpen(int processId, string path)
    {
        try
        {
            return Directory.EnumerateFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/fd"))
                .Select(descriptor => new FileInfo(descriptor).LinkTarget)
                .Any(target => target is not null && Path.GetFileName(target) == Path.GetFileName(path) && FileFacts.AreOneFile(target, path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or belongs to another user.
            return false;
        }
    }
}
