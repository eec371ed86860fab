namespace TypedMigrations.LiteDb.Files;

/// <summary>What a swap is about to do. It lies beside the database from before the first rename until after the last.</summary>
/// <param name="Copy">The verified copy, relative to the folder of the database, which may be moved as a whole.</param>
/// <param name="Backup">Where the original goes, relative too; null where there was none.</param>
/// <param name="At">When.</param>
internal sealed record SwapIntent(string Copy, string? Backup, DateTimeOffset At);
