namespace TypedMigrations.LiteDb.Files;

/// <summary>Keeps who owns a file and who may read it when a copy takes its place.</summary>
internal static class FileIdentity
{
    /// <summary>Gives a copy the mode and the owner of the original. Access lists and labels beyond them are not kept.</summary>
    /// <returns>What could not be kept, in words, or null.</returns>
    /// <remarks>
    /// Owner and group are kept on Linux. On macOS the copy belongs to the user of the process, and on Windows File.Replace keeps
    /// the access list of the file that it replaces.
    /// </remarks>
    public static string? CopyTo(string from, string to)
    {
        if (OperatingSystem.IsWindows())
            return null;

        var kept = TryCopyOwner(from, to);
        // After the owner: a change of owner clears bits of the mode.
        File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        return kept;
    }

    private static string? TryCopyOwner(string from, string to)
    {
        if (FileFacts.TryRead(from) is not { } original || FileFacts.TryRead(to) is not { } copy)
            return null;

        if ((original.Owner, original.Group) == (copy.Owner, copy.Group) || Unix.ChangeOwner(to, original.Owner, original.Group) == 0)
            return null;

        return $"The new {Path.GetFileName(from)} belongs to user {copy.Owner} and group {copy.Group}; it belonged to user {original.Owner} and " +
            $"group {original.Group}, which only the superuser can give it.";
    }
}
