namespace TypedMigrations.LiteDb.Files;

/// <summary>The moves of a swap. Each happens whole or not at all.</summary>
internal sealed class SwapMoves
{
    /// <summary>The moves as this operating system has them.</summary>
    public static SwapMoves Real { get; } = new();

    /// <summary>The moves of a file system that has no hard links. For tests.</summary>
    public static SwapMoves WithoutHardLinks { get; } = new() { HasHardLinks = false };

    private bool HasHardLinks { get; init; } = true;

    /// <summary>Puts the copy in the place of the original, which gets the backup's name.</summary>
    /// <param name="copy">The new content.</param>
    /// <param name="path">The place.</param>
    /// <param name="backup">The backup's name, which is free.</param>
    /// <param name="releaseHold">Lets go of the original, which Windows would not replace while it is open.</param>
    public void Replace(string copy, string path, string backup, Action? releaseHold)
    {
        if (OperatingSystem.IsWindows())
        {
            releaseHold?.Invoke();
            File.Replace(copy, path, backup, ignoreMetadataErrors: true);
            return;
        }

        if (!TryLink(path, backup))
        {
            // exFAT and some network file systems: for a moment the name is missing, which the intent puts right.
            Rename(path, backup);
        }

        FolderSync.Flush(Path.GetDirectoryName(backup)!);
        Rename(copy, path);
    }

    /// <summary>Takes back what <see cref="Replace"/> did before it failed.</summary>
    public static void Undo(string path, string backup)
    {
        if (!File.Exists(path) && File.Exists(backup))
            PutBack(backup, path);
        else if (FileFacts.AreOneFile(path, backup))
            File.Delete(backup);
    }

    /// <summary>Puts a file where none is.</summary>
    public static void PutBack(string from, string path)
    {
        File.Move(from, path, overwrite: false);
        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Gives a file a second name. False where the file system cannot.</summary>
    private bool TryLink(string path, string backup)
    {
        if (!HasHardLinks)
            return false;

        // No look at the errno: it differs by file system, and what hinders the rename too is told by the rename.
        return Unix.Link(path, backup) == 0;
    }

    private static void Rename(string from, string to)
    {
        if (Unix.Rename(from, to) != 0)
            throw Unix.LastError("rename", from);
    }
}
