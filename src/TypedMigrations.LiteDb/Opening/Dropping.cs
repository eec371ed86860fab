using TypedMigrations.LiteDb.Files;

namespace TypedMigrations.LiteDb.Opening;

/// <summary>Removes a database, so that a cut leaves it there or gone.</summary>
/// <remarks>
/// One rename decides: into the work folder, which whoever opens the database next removes. The log is settled before, because LiteDB
/// would play one that is left into the next database of the name. The lock file stays: see <see cref="DatabaseLock"/>.
/// </remarks>
internal sealed class Dropping(LiteDbConnection connection, HeldDatabase? held)
{
    private readonly DatabaseFile _file = connection.File;
    private readonly List<string> _warnings = [];

    /// <returns>What could not be removed besides, in words.</returns>
    /// <exception cref="MigrationException">TM3304, TM3007, TM3009: the database is as it was.</exception>
    public IReadOnlyList<string> Run(bool withBackups)
    {
        if (held is not null)
            MoveAway(held);

        Try(_file.KeptAuditPath, () => File.Delete(_file.KeptAuditPath));
        if (withBackups)
            RemoveBackups();
        Try(_file.WorkFolder, () => RemoveFolder(_file.WorkFolder, recursive: true));
        Try(_file.Folder, () => FolderSync.Flush(_file.Folder));
        return _warnings;
    }

    private void MoveAway(HeldDatabase database)
    {
        Replaceability.Check(_file);
        Settling.Settle(connection, database);
        try
        {
            Directory.CreateDirectory(_file.WorkFolder);
            // Windows renames no file that is open.
            if (OperatingSystem.IsWindows())
                database.Dispose();
            // A rename, and not a link that is removed afterwards.
            File.Move(_file.Path, Path.Combine(_file.WorkFolder, "dropped" + Path.GetExtension(_file.Path)), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(
                new Problem(ErrorCode.NotDropped, $"{_file.DisplayName} could not be removed.", "Remove the reason, then drop it again.", ("file", _file.Path), ("reason", exception.Message)), exception);
        }

        Try(_file.Folder, () => FolderSync.Flush(_file.Folder));
        database.Dispose();
    }

    private void RemoveBackups()
    {
        foreach (var backup in Backups.List(_file))
            Try(backup, () => File.Delete(backup));
        // What the library did not put there is not its own to remove.
        if (Directory.Exists(_file.BackupFolder) && Directory.EnumerateFileSystemEntries(_file.BackupFolder).FirstOrDefault() is { } other)
            _warnings.Add($"{_file.BackupFolder} stays: it holds {Path.GetFileName(other)}, which is no backup.");
        else
            Try(_file.BackupFolder, () => RemoveFolder(_file.BackupFolder, recursive: false));
    }

    private static void RemoveFolder(string folder, bool recursive)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive);
    }

    private void Try(string path, Action remove)
    {
        try
        {
            remove();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _warnings.Add($"{path} is still there: {exception.Message}");
        }
    }
}
