namespace TypedMigrations.LiteDb.Files;

/// <summary>How a lock is held.</summary>
internal enum LockKind
{
    /// <summary>Others may hold it too, but nobody exclusively.</summary>
    Shared,

    /// <summary>Nobody else holds it.</summary>
    Exclusive,
}
