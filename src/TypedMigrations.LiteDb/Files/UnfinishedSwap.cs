using System.Globalization;

namespace TypedMigrations.LiteDb.Files;

/// <summary>Finishes a swap that a crash cut, so that the database is wholly the old or wholly the new one.</summary>
internal static class UnfinishedSwap
{
    /// <summary>Looks for the intent of a swap and does what is left to do. Call it under the exclusive lock, before the database is opened.</summary>
    /// <returns>What it did, in words, or null where there was nothing to do.</returns>
    /// <exception cref="MigrationException">TM3012: the database is missing and nothing can be put in its place. Nothing was made.</exception>
    public static string? Finish(DatabaseFile file)
    {
        SwapIntentFile.RemoveHalfWritten(file);
        if (!File.Exists(file.IntentPath))
            return null;

        var intent = SwapIntentFile.TryRead(file);
        var done = File.Exists(file.Path) ? TidyUp(file, intent) : PutSomethingInPlace(file, intent);
        SwapIntentFile.Remove(file);
        return done;
    }

    private static string TidyUp(DatabaseFile file, SwapIntent? intent)
    {
        // The second name of an original that was not replaced. It is no backup, and as a hard link it would hinder the next swap.
        foreach (var backup in Backups.List(file).Where(backup => FileFacts.AreOneFile(backup, file.Path)))
            File.Delete(backup);

        if (intent is null)
            return $"An unreadable note of a swap was removed; {file.DisplayName} is there.";

        // Where there was no original, whatever has the name now is the copy.
        return intent.Backup is not null && File.Exists(In(file, intent.Copy))
            ? $"A swap that was begun at {At(intent)} had not changed {file.DisplayName}; its note was removed."
            : $"A swap that was begun at {At(intent)} had put the migrated copy in the place of {file.DisplayName}; its note was removed.";
    }

    private static string PutSomethingInPlace(DatabaseFile file, SwapIntent? intent)
    {
        if (intent is null)
            throw CannotFinish(file, "its note cannot be read");

        if (new FileInfo(file.LogPath) is { Exists: true, Length: > 0 })
            throw CannotFinish(file, $"{Path.GetFileName(file.LogPath)} lies beside it, which LiteDB would play into whatever is put there");

        // The copy was verified and on the disk before the intent was written.
        if (File.Exists(In(file, intent.Copy)))
        {
            SwapMoves.PutBack(In(file, intent.Copy), file.Path);
            return $"A swap that was begun at {At(intent)} was finished: the migrated copy is now {file.DisplayName}.";
        }

        if (intent.Backup is not null && File.Exists(In(file, intent.Backup)))
        {
            SwapMoves.PutBack(In(file, intent.Backup), file.Path);
            return $"A swap that was begun at {At(intent)} was taken back: {file.DisplayName} is the original again.";
        }

        throw CannotFinish(file, "neither the migrated copy nor the backup is there");
    }

    private static MigrationException CannotFinish(DatabaseFile file, string why)
    {
        var newest = Backups.List(file) is [.., var last] ? last : "none";
        return new MigrationException(new Problem(
            ErrorCode.SwapUnfinished,
            $"{file.DisplayName} is missing, a swap was cut, and it cannot be finished: {why}.",
            $"Copy the newest backup or a migrated copy to {file.Path}, delete {Path.GetFileName(file.IntentPath)}, then start again. Nothing was made or changed.",
            ("file", file.Path),
            ("note", file.IntentPath),
            ("newest backup", newest),
            ("work folder", Directory.Exists(file.WorkFolder) ? file.WorkFolder : "none")));
    }

    private static string In(DatabaseFile file, string relative) => Path.Combine(file.Folder, relative);

    private static string At(SwapIntent intent) => intent.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
