using TypedMigrations.Storing;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Puts a verified copy in the place of the database, which becomes a backup.</summary>
/// <remarks>
/// The order is what makes it safe: the copy is on the disk before the intent, the intent before the first rename, and it is
/// removed after the last. Where a cut leaves the name missing, <see cref="UnfinishedSwap"/> finishes. Call it under the
/// exclusive lock, with the log settled and removed.
/// </remarks>
internal static class Swap
{
    /// <summary>Swaps.</summary>
    /// <param name="file">The database, which need not exist yet.</param>
    /// <param name="verifiedCopy">The copy, closed, in a folder below the one of the database.</param>
    /// <param name="releaseHold">Lets go of the database; called on Windows alone, right before the replacing.</param>
    /// <param name="time">The clock that names the backup.</param>
    /// <param name="moves">How files are moved.</param>
    /// <param name="known">What the two files have to be still; null where it does not matter.</param>
    /// <exception cref="MigrationException">TM4009: the database is as it was.</exception>
    public static SwapResult PutInPlace(DatabaseFile file, string verifiedCopy, Action? releaseHold, TimeProvider? time = null, SwapMoves? moves = null, SwappedFiles? known = null)
    {
        var now = (time ?? TimeProvider.System).GetUtcNow();
        var backup = File.Exists(file.Path) ? Backups.NextPath(file, now) : null;
        try
        {
            RefuseLog(file);
            if (known is not null)
                RefuseChanged(file, verifiedCopy, known);
            Prepare(file, verifiedCopy, backup, now);
            Move(file, verifiedCopy, backup, releaseHold, moves ?? SwapMoves.Real);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(file, verifiedCopy, backup, exception);
        }

        return new SwapResult(backup, Finish(file, verifiedCopy));
    }

    /// <summary>LiteDB plays any log that lies beside a file into it. A log of the original would ruin the copy.</summary>
    private static void RefuseLog(DatabaseFile file)
    {
        if (new FileInfo(file.LogPath) is { Exists: true, Length: > 0 })
            throw new IOException($"{Path.GetFileName(file.LogPath)} still lies beside the database.");
    }

    /// <summary>What somebody else wrote or put there meanwhile is in no copy, and what he did to the copy was not verified. A database that is gone may be replaced: the copy has it.</summary>
    private static void RefuseChanged(DatabaseFile file, string copy, SwappedFiles known)
    {
        if (!known.Copy.IsStill(copy))
            throw new IOException($"{Path.GetFileName(copy)} was written or replaced by another program after it was verified.");
        if (!known.Database.IsStill(file.Path) && File.Exists(file.Path))
            throw new IOException($"{file.DisplayName} was {(known.Database == FileVersion.None ? "made" : "written or replaced")} by another program while the run worked on its copy.");
    }

    private static void Prepare(DatabaseFile file, string copy, string? backup, DateTimeOffset now)
    {
        FileSync.Flush(copy);
        FolderSync.Flush(Path.GetDirectoryName(copy)!);
        if (backup is not null)
            Directory.CreateDirectory(file.BackupFolder);

        var intent = new SwapIntent(Relative(file, copy), backup is null ? null : Relative(file, backup), now);
        SwapIntentFile.Write(file, intent);
    }

    private static void Move(DatabaseFile file, string copy, string? backup, Action? releaseHold, SwapMoves moves)
    {
        if (backup is null)
            File.Move(copy, file.Path, overwrite: false);
        else
            moves.Replace(copy, file.Path, backup, releaseHold);
    }

    /// <summary>After the rename nothing may say that the database is as it was: what fails here is a warning.</summary>
    private static List<string> Finish(DatabaseFile file, string copy)
    {
        try
        {
            FolderSync.Flush(Path.GetDirectoryName(copy)!);
            FolderSync.Flush(file.Folder);
            SwapIntentFile.Remove(file);
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [$"The swap of {file.DisplayName} happened, but its note {file.IntentPath} was not removed; the next start does it: {exception.Message}"];
        }
    }

    private static MigrationException Failed(DatabaseFile file, string copy, string? backup, Exception cause)
    {
        var facts = new List<(string, string)> { ("file", file.Path), ("copy", copy), ("reason", cause.Message) };
        try
        {
            if (backup is not null)
                SwapMoves.Undo(file.Path, backup);

            SwapIntentFile.Remove(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            facts.Add(("afterwards", $"{exception.Message} The next start puts that right."));
        }

        return new MigrationException(
            new Problem(ErrorCode.SwapFailed, $"The migrated copy could not be put in the place of {file.DisplayName}.", "Remove the reason, then start again.", facts),
            cause);
    }

    private static string Relative(DatabaseFile file, string path) => Path.GetRelativePath(file.Folder, path);
}
