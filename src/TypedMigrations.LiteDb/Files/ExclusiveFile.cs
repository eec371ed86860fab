namespace TypedMigrations.LiteDb.Files;

/// <summary>Opens a file of a database so that nobody else can.</summary>
internal static class ExclusiveFile
{
    /// <summary>Opens for reading and writing. LiteDB takes a shared lock even where it writes, and so fails while this one is held.</summary>
    /// <exception cref="MigrationException">TM3003: it is a folder. TM3007: it cannot be written. TM3011: another program has it open.</exception>
    public static FileStream Open(DatabaseFile file, string path)
    {
        if (Directory.Exists(path))
            throw Folder(path);

        try
        {
            // Unbuffered: LiteDB reads and writes whole pages.
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException exception) when (Sharing.IsViolation(exception))
        {
            throw HeldByAnother(file, path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(file, path, exception);
        }
    }

    private static MigrationException Folder(string path) => new(new Problem(
        ErrorCode.NotADatabase,
        $"{Path.GetFileName(path)} is a folder.",
        "Name a file in the connection string.",
        ("folder", path)));

    private static MigrationException HeldByAnother(DatabaseFile file, string path, Exception cause) => new(
        new Problem(
            ErrorCode.HeldByAnother,
            $"{file.DisplayName} is open in another program, which does not take the migration lock.",
            "Close that program, then start again.",
            ("file", path),
            ("open in", FileUsers.Describe(path))),
        cause);

    private static MigrationException NotWritable(DatabaseFile file, string path, Exception cause) => new(
        new Problem(
            ErrorCode.NotWritable,
            $"{file.DisplayName} cannot be opened for reading and writing.",
            "Let the application read and write the file.",
            ("file", path),
            ("reason", cause.Message)),
        cause);
}
