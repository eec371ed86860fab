namespace TypedMigrations.LiteDb.Files;

/// <summary>The folder beside a database in which copies are made. Nothing in it was ever the database.</summary>
internal static class WorkFolder
{
    /// <summary>Removes what an earlier run left: a log of its copy would be played into the next one.</summary>
    /// <exception cref="MigrationException">TM3007: it cannot be removed.</exception>
    public static void RemoveLeftover(DatabaseFile file)
    {
        try
        {
            Remove(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(
                new Problem(ErrorCode.NotWritable, $"The folder {file.WorkFolder} of an earlier run cannot be removed.", "Remove it; nothing in it is needed.", ("reason", exception.Message)), exception);
        }
    }

    /// <summary>Removes it after a run. Where that fails the next run does it: what this one did, or why it failed, is what the user should hear.</summary>
    public static void ThrowAway(DatabaseFile file)
    {
        try
        {
            Remove(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void Remove(DatabaseFile file)
    {
        if (Directory.Exists(file.WorkFolder))
            Directory.Delete(file.WorkFolder, recursive: true);
    }
}
