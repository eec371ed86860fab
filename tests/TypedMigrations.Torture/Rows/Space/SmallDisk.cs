using System.Diagnostics;
using System.Globalization;
using TypedMigrations.Torture.Attempts;

namespace TypedMigrations.Torture.Rows.Space;

/// <summary>A file system in memory, of a given size, gone afterwards.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<string?> Reason = new(FindReason);

    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Why none can be mounted here; null where one can.</summary>
    public static string? NotPossibleHere => Reason.Value;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static SmallDisk Mount(long bytes)
    {
        var folder = Ground.NewFolder("disk");
        if (Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={bytes}"), "tmpfs", folder) == 0)
            return new SmallDisk(folder);
        throw new IOException($"No file system could be mounted at {folder}.");
    }

    /// <summary>Takes all the room but some.</summary>
    public void FillUp(long left)
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var free = new DriveInfo(Folder).AvailableFreeSpace;
        try
        {
            for (var block = new byte[4096]; free > left; free -= block.Length)
                ballast.Write(block);
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    public void MakeRoom(long bytes)
    {
        File.Delete(Ballast);
        Run("mount", "-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={bytes}"), Folder);
    }

    public void MakeReadOnly()
    {
        if (Run("mount", "-o", "remount,ro", Folder) != 0)
            throw new IOException($"{Folder} could not be made read-only.");
    }

    public void MakeWritable() => Run("mount", "-o", "remount,rw", Folder);

    public void Dispose()
    {
        // Lazily: a process that was killed this moment may still be known to have files open.
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static string? FindReason()
    {
        if (!OperatingSystem.IsLinux())
            return "a small file system is mounted on Linux only";

        try
        {
            Mount(1_000_000).Dispose();
            return null;
        }
        catch (IOException)
        {
            return "mounting takes a superuser";
        }
    }

    private static int Run(string command, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
