namespace TypedMigrations;

/// <summary>A file that lies there for a database.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Kind">What it is.</param>
public sealed record DatabasePart(string Path, long Bytes, DatabasePartKind Kind);

/// <summary>What a file is to its database.</summary>
public enum DatabasePartKind
{
    /// <summary>The database itself.</summary>
    Data,

    /// <summary>The store's log, a part of the database.</summary>
    Log,

    /// <summary>What failed runs left for the audit trail.</summary>
    KeptAudit,

    /// <summary>The rest of a run or a drop that was cut.</summary>
    Work,

    /// <summary>A backup.</summary>
    Backup,

    /// <summary>What processes lock. It stays when the database is dropped: whoever waits for it may have it open.</summary>
    Lock,
}
