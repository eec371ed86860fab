namespace TypedMigrations.LiteDb.Files;

/// <summary>A backup that is open for reading, after what it is was checked. Nobody can write to it meanwhile.</summary>
/// <remarks>It is never written, so that it may lie on a volume that only reads. Its log was settled before it became a backup.</remarks>
internal sealed class HeldBackup : IDisposable
{
    private HeldBackup(DatabaseFile file, FileStream data, DatabaseHeader header)
    {
        File = file;
        Data = data;
        Header = header;
    }

    /// <summary>Where it lies.</summary>
    public DatabaseFile File { get; }

    /// <summary>The file, open for reading.</summary>
    public FileStream Data { get; }

    /// <summary>What its first page says.</summary>
    public DatabaseHeader Header { get; }

    /// <summary>Opens and checks a backup.</summary>
    /// <exception cref="MigrationException">TM3202: there is none, or it cannot be read.</exception>
    public static HeldBackup Open(string path, string? password)
    {
        var file = DatabaseFile.At(path);
        if (!System.IO.File.Exists(file.Path))
            throw Unreadable(file, "there is no such file");
        // LiteDB would play it in. It came there when somebody opened the backup.
        if (new FileInfo(file.LogPath) is { Exists: true, Length: > 0 })
            throw Unreadable(file, $"{Path.GetFileName(file.LogPath)} lies beside it; open and close the backup once with LiteDB, or move the log away if it is not its own");

        try
        {
            return OpenChecked(file, password);
        }
        catch (MigrationException exception)
        {
            throw Unreadable(file, $"{exception.Code}: {exception.Problems[0].What}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, exception.Message, exception);
        }
    }

    /// <summary>Says that a backup cannot be used.</summary>
    public static MigrationException Unreadable(DatabaseFile file, string reason, Exception? cause = null) => new(
        new Problem(ErrorCode.BackupUnreadable, $"The backup {file.DisplayName} cannot be read.",
            "Choose another backup: ListBackupsAsync names them. A password in the connection string must be the backup's, too.",
            ("backup", file.Path), ("reason", reason)),
        cause);

    /// <summary>Lets go.</summary>
    public void Dispose() => Data.Dispose();

    private static HeldBackup OpenChecked(DatabaseFile file, string? password)
    {
        var data = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            using var pages = DataFileCheck.Open(file, data, password);
            var header = DataFileCheck.ReadHeader(file, pages);
            DataFileCheck.CheckLength(file, data, pages, LogCheck.Read(file, header, pages.Count, log: null, password));
            return new HeldBackup(file, data, header);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }
}
