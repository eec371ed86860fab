using System.Globalization;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Checks that there is room for a run.</summary>
internal static class FreeSpace
{
    /// <summary>Refuses where less than a number of times the database is free on its volume.</summary>
    /// <param name="file">The database.</param>
    /// <param name="databaseBytes">Its size, log included.</param>
    /// <param name="factor">How many times the size a run may take at its peak.</param>
    /// <exception cref="MigrationException">TM3008.</exception>
    public static void Check(DatabaseFile file, long databaseBytes, double factor) => Check(file.Folder, $"to migrate a copy of {file.DisplayName}", databaseBytes, factor);

    /// <summary>Refuses where less than a number of times the database is free in a folder.</summary>
    /// <exception cref="MigrationException">TM3008.</exception>
    public static void Check(string folder, string whatFor, long databaseBytes, double factor)
    {
        var needed = databaseBytes * factor;
        if (TryFind(folder) is not var (free, volume) || free >= needed)
            return;

        throw new MigrationException(new Problem(
            ErrorCode.NoSpace,
            $"There is not enough space {whatFor}.",
            string.Create(CultureInfo.InvariantCulture, $"Free {Megabytes(needed - free)} more on {volume}, or move the database to a larger volume."),
            ("needed", string.Create(CultureInfo.InvariantCulture, $"{Megabytes(needed)}, {factor:0.##} times the database of {Megabytes(databaseBytes)}")),
            ("free", Megabytes(free)),
            ("volume", volume)));
    }

    /// <summary>What is free for this user, quotas included. Null where Windows has no drive to ask: a share without a letter.</summary>
    private static (long Free, string Volume)? TryFind(string folder)
    {
        if (!OperatingSystem.IsWindows())
            return (new DriveInfo(folder).AvailableFreeSpace, MountOf(folder));

        var root = Path.GetPathRoot(folder)!;
        return root.StartsWith(@"\\", StringComparison.Ordinal) ? null : (new DriveInfo(root).AvailableFreeSpace, root);
    }

    private static string MountOf(string folder) => DriveInfo.GetDrives()
        .Select(drive => drive.Name)
        .Where(name => folder == name || folder.StartsWith(name.TrimEnd('/') + "/", StringComparison.Ordinal))
        .MaxBy(name => name.Length) ?? folder;

    // Rounded up, so that what is too little never reads as enough.
    private static string Megabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 100_000) / 10:#,0.0} MB");
}
