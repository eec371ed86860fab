using TypedMigrations.Storing;

namespace TypedMigrations;

/// <summary>A backup that lies beside the database.</summary>
/// <param name="Path">Where it is: what <see cref="Migrator.RestoreAsync"/> takes.</param>
/// <param name="MadeAt">When it was made, UTC: the moment at which it stopped being the database.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Head">The last migration in its journal, or null where it has none.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
public sealed record DatabaseBackup(string Path, DateTimeOffset MadeAt, long Bytes, JournalEntry? Head, Problem? Problem);
