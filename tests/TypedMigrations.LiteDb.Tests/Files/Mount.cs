namespace TypedMigrations.LiteDb.Tests.Files;

/// <summary>A mount that ends with the test. The test is ignored where this user cannot mount.</summary>
internal sealed class Mount : IDisposable
{
    private readonly string _path;

    private Mount(string path) => _path = path;

    /// <summary>A read-only file system with a file shop.db in it.</summary>
    public static Mount ReadOnly(string folder)
    {
        Directory.CreateDirectory(folder);
        var mount = Make(folder, "-t", "tmpfs", "tmpfs", folder);
        File.WriteAllText(Path.Combine(folder, "shop.db"), "data");
        if (Child.Run("mount", "-o", "remount,ro", folder))
            return mount;

        mount.Dispose();
        throw new IgnoreException("A file system cannot be made read-only here.");
    }

    /// <summary>A small file system.</summary>
    public static Mount Disk(string folder, int megabytes = 2)
    {
        Directory.CreateDirectory(folder);
        return Make(folder, "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder);
    }

    /// <summary>A file mounted on another.</summary>
    public static Mount SingleFile(string from, string on) => Make(on, "--bind", from, on);

    public void Dispose() => Child.Run("umount", _path);

    private static Mount Make(string path, params string[] arguments) =>
        OperatingSystem.IsLinux() && Child.Run("mount", arguments) ? new Mount(path) : throw new IgnoreException("This user cannot mount here.");
}
