using System.Diagnostics;
using System.Globalization;

namespace TypedMigrations.LiteDb.CrashTests.Space;

/// <summary>A file system in memory with little room.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Mounts one, or skips the test where that is not allowed.</summary>
    public static SmallDisk Mount(long bytes)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("Only on Linux can a small disk be mounted.");

        var folder = Directory.CreateTempSubdirectory("crash-tests-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={bytes}"), "tmpfs", folder) == 0)
            return new SmallDisk(folder);

        Directory.Delete(folder);
        Assert.Ignore("A small disk cannot be mounted here: that takes a superuser.");
        throw new UnreachableException();
    }

    /// <summary>Takes all the room that is left.</summary>
    public void FillUp()
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[4096]; ; )
                ballast.Write(block);
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        // Lazily: a process that was killed this moment may still be known to have files open.
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static int Run(string command, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
