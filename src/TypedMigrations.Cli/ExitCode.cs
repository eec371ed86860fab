namespace TypedMigrations.Cli;

/// <summary>What the process returns. Scripts rely on the numbers: they are documented and stay.</summary>
internal enum ExitCode
{
    /// <summary>Done, or nothing to do.</summary>
    Done = 0,

    /// <summary>Failed; the database is as it was.</summary>
    Failed = 1,

    /// <summary>Migrations are pending or await approval, <c>check</c> found drift, or <c>diff</c> a difference.</summary>
    Differs = 2,

    /// <summary>The lock was not free in time.</summary>
    Locked = 3,

    /// <summary>The plan was rejected.</summary>
    Rejected = 4,

    /// <summary>Done, but something afterwards failed.</summary>
    DoneWithWarnings = 5,

    /// <summary>The command line is wrong, or what it stands on: settings, project, assembly.</summary>
    Usage = 64,

    /// <summary>Interrupted; the database is as it was.</summary>
    Interrupted = 130,
}
