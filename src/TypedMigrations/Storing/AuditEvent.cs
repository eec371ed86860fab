namespace TypedMigrations.Storing;

/// <summary>One event of the audit trail. Each carries the hash of the one before it.</summary>
/// <param name="Sequence">Its place in the trail, from 1.</param>
/// <param name="At">When, UTC, to the millisecond.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">What it happened to: a migration, a module or the database.</param>
/// <param name="Detail">More about it, in words.</param>
/// <param name="Machine">The machine and the process on which it happened.</param>
/// <param name="PreviousHash">The hash of the event before; empty for the first.</param>
/// <param name="Hash">SHA-256 over all of the above, as 64 hexadecimal digits.</param>
public sealed record AuditEvent(
    long Sequence, DateTimeOffset At, AuditKind Kind, string Subject, string Detail, string Machine, string PreviousHash, string Hash);

/// <summary>What the audit trail records.</summary>
public enum AuditKind
{
    /// <summary>A run began.</summary>
    Started,

    /// <summary>A migration was applied.</summary>
    Applied,

    /// <summary>A run failed; the database stayed as it was.</summary>
    Failed,

    /// <summary>A migration's result was found in a database without a journal.</summary>
    Adopted,

    /// <summary>A database was put back in its place after an interrupted swap, or a backup was put into the place of the database.</summary>
    Restored,

    /// <summary>Seeds were inserted, by a migration or afterwards.</summary>
    Seeded,

    /// <summary>A migration was taken back.</summary>
    Reverted,
}
