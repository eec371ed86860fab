using System.Globalization;

namespace TypedMigrations.LiteDb.Files;

/// <summary>The backups of a database, each named by the time of its swap.</summary>
internal static class Backups
{
    private const string Format = "yyyyMMdd'T'HHmmssfff'Z'";
    private const string Extension = ".db";

    /// <summary>The backups, oldest first.</summary>
    public static IReadOnlyList<string> List(DatabaseFile file) => !Directory.Exists(file.BackupFolder)
        ? []
        : [.. Directory.GetFiles(file.BackupFolder).Where(path => TimeOf(path) is not null).Order(StringComparer.Ordinal)];

    /// <summary>The path of the next backup. Its name is later than every other, even where the clock was set back, so that pruning takes the oldest.</summary>
    public static string NextPath(DatabaseFile file, DateTimeOffset now)
    {
        var at = now.UtcDateTime;
        if (List(file) is [.., var last] && TimeOf(last) is { } newest && newest >= at.AddMilliseconds(-1))
            at = newest.AddMilliseconds(1);

        return Path.Combine(file.BackupFolder, at.ToString(Format, CultureInfo.InvariantCulture) + Extension);
    }

    /// <summary>Deletes all but the newest. Call it after the new file was opened, never before.</summary>
    /// <param name="file">The database.</param>
    /// <param name="keep">How many stay. At least one always does.</param>
    /// <returns>What went wrong, in words: a backup too many is no reason to fail.</returns>
    public static IReadOnlyList<string> Prune(DatabaseFile file, int keep)
    {
        var warnings = new List<string>();
        try
        {
            foreach (var backup in List(file).SkipLast(Math.Max(keep, 1)))
                TryDelete(backup, warnings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warnings.Add($"The backups in {file.BackupFolder} were not pruned: {exception.Message}");
        }

        return warnings;
    }

    private static void TryDelete(string backup, List<string> warnings)
    {
        try
        {
            File.Delete(backup);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            warnings.Add($"The old backup {backup} was not deleted: {exception.Message}");
        }
    }

    /// <summary>When a backup was made, by its name, or where it has another one, when it was last written.</summary>
    public static DateTimeOffset MadeAt(string path) => new(TimeOf(path) ?? File.GetLastWriteTimeUtc(path));

    private static DateTime? TimeOf(string path) =>
        Path.GetExtension(path) == Extension && DateTime.TryParseExact(
            Path.GetFileNameWithoutExtension(path), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            // No clock gave that name, and nothing could come after it.
            && at.Year < DateTime.MaxValue.Year
            ? at
            : null;
}
