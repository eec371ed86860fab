using System.Diagnostics;
using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Rows;

/// <summary>Watches and disturbs the system calls of a process, by strace.</summary>
internal static class SystemCalls
{
    private static readonly Lazy<string?> Reason = new(FindReason);

    /// <summary>The calls that change files. Nobody but the library and LiteDB makes them in a run.</summary>
    public static readonly string[] ThatChange = ["pwrite64", "fsync", "rename", "link", "unlink", "ftruncate", "mkdir", "rmdir", "fchmod"];

    /// <summary>Why it cannot be done here; null where it can.</summary>
    public static string? NotPossibleHere => Reason.Value;

    /// <summary>The command that sends a signal or an error when some call is made for the n-th time by a thread.</summary>
    public static string[] Inject(string call, string what, int number) => ["strace", "-f", "-qqq", "-o", "/dev/null", "-e", $"trace={call}", "-e", $"inject={call}:{what}:when={number}"];

    /// <summary>The command that writes down all calls that change files, with all that they write.</summary>
    public static string[] Record(string into) =>
    [
        "strace", "-f", "-qqq", "-y", "-xx", "-s", "20000000", "-o", into,
        "-e", "trace=openat,pwrite64,pwritev,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,ftruncate,fallocate,mkdir,rmdir,copy_file_range,sendfile,ioctl",
        "-e", "signal=none",
    ];

    private static string? FindReason()
    {
        if (!OperatingSystem.IsLinux())
            return "strace is for Linux";

        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-f", "-qqq", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0 ? null : "strace may not trace";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no strace";
        }
    }
}
