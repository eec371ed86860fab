namespace TypedMigrations.LiteDb.Files;

/// <summary>Checks before any work that the swap at its end will be possible.</summary>
/// <remarks>
/// Hard links, mount points and immutable files are seen on Linux alone. Elsewhere a swap that is not possible fails as such, and the
/// database is as it was; a hard link on macOS or Windows keeps the old content under its other name.
/// </remarks>
internal static class Replaceability
{
    /// <summary>Refuses a database that cannot be replaced. Leaves nothing behind.</summary>
    /// <exception cref="MigrationException">TM3007: file or folder cannot be written. TM3009: the file has other names or is a mount point.</exception>
    public static void Check(DatabaseFile file)
    {
        CheckFolder(file);
        if (!File.Exists(file.Path))
            return;

        var facts = FileFacts.TryRead(file.Path);
        if (facts is { IsMountPoint: true })
        {
            throw new MigrationException(new Problem(
                ErrorCode.NotReplaceable,
                $"{file.DisplayName} is mounted as a single file, so that nothing can be put in its place.",
                $"Mount the folder of the database in place of the file.",
                ("file", file.Path)));
        }

        if (facts is { Links: > 1 })
        {
            throw new MigrationException(new Problem(
                ErrorCode.NotReplaceable,
                $"{file.DisplayName} has {facts.Links} names (hard links): the others would keep the old content.",
                $"Remove the other names, which this finds: find / -xdev -samefile '{file.Path}'",
                ("file", file.Path)));
        }

        CheckFile(file, facts);
    }

    private static void CheckFile(DatabaseFile file, FileFacts? facts)
    {
        const int mayWrite = 2;
        var reason = facts is { IsImmutable: true } ? "it is marked as immutable or append-only (lsattr)"
            : OperatingSystem.IsWindows() && new FileInfo(file.Path).IsReadOnly ? "it is marked as read-only"
            : !OperatingSystem.IsWindows() && Unix.Access(file.Path, mayWrite) != 0 ? Unix.LastError("access", file.Path).Message
            : null;
        if (reason is null)
            return;

        throw new MigrationException(new Problem(
            ErrorCode.NotWritable,
            $"{file.DisplayName} cannot be written.",
            "Let the application write the file.",
            ("file", file.Path),
            ("reason", reason)));
    }

    /// <summary>Only making a file proves that one can be made: modes, access lists and mounts all have a say.</summary>
    private static void CheckFolder(DatabaseFile file)
    {
        var probe = $"{file.Path}.probe-{Guid.NewGuid():N}";
        try
        {
            using (File.OpenHandle(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(
                new Problem(
                    ErrorCode.NotWritable,
                    $"The folder of {file.DisplayName} cannot be written.",
                    "Let the application write in the folder: a migrated copy is made beside the database and takes its place.",
                    ("folder", file.Folder),
                    ("reason", exception.Message)),
                exception);
        }
    }
}
