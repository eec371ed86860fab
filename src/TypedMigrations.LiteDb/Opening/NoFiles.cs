namespace TypedMigrations.LiteDb.Opening;

/// <summary>Says what a database in memory, or on a program's stream, cannot do.</summary>
internal static class NoFiles
{
    public static MigrationException Of(string database, string what) => new(new Problem(
        ErrorCode.NoFiles, $"{database} has no file, and so cannot {what}.", "Name a database in a file: Filename=app.db"));
}
