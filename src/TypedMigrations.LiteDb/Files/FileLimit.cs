namespace TypedMigrations.LiteDb.Files;

/// <summary>Says as an IOException that the system lets a file not grow so far.</summary>
/// <remarks>.NET says that an argument is out of range; but the caller's are right, and nobody who reads the message should look for the fault there.</remarks>
internal static class FileLimit
{
    /// <summary>Makes a file longer.</summary>
    /// <exception cref="IOException">It may not grow so far.</exception>
    public static void Tell(Action write)
    {
        try
        {
            write();
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
