namespace TypedMigrations.Cli.Commands;

/// <summary>Writes a file that appears under its name only when it is whole, and never over another.</summary>
internal static class NewFile
{
    public static Task WriteAsync(string path, Func<Stream, Task> write) => WriteAsync(path, async file =>
    {
        await write(file).ConfigureAwait(false);
        return true;
    });

    /// <exception cref="CliException">TM6012: there is something of the name, or it cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        if (Path.Exists(path))
            throw CliException.Usage(CliErrorCode.FileNotWritten, $"There is something at {path} already.", "Name a file that is not there yet, or remove it first.");

        var partial = path + ".partial";
        try
        {
            T result;
            await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                result = await write(file).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: false);
            return result;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Failed(CliErrorCode.FileNotWritten, $"The file {path} cannot be written.", "Name a place where there is room and that you may write to.", ("reason", exception.Message));
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
