namespace TypedMigrations.LiteDb.Files;

/// <summary>Tells "somebody else has it" from every other reason why a file does not open.</summary>
internal static class Sharing
{
    /// <summary>Whether the file is locked or open elsewhere.</summary>
    public static bool IsViolation(IOException exception)
    {
        if (OperatingSystem.IsWindows())
            return (exception.HResult & 0xFFFF) is 32 or 33;    // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION

        // .NET hands on the errno of flock: EWOULDBLOCK, 11 on Linux and 35 on macOS and the BSDs.
        return exception.HResult == (OperatingSystem.IsLinux() ? 11 : 35);
    }
}
