namespace TypedMigrations.Torture.Rows.Power;

/// <summary>What a process did to the disk.</summary>
internal enum DiskCall
{
    Create,
    Write,
    Truncate,
    Sync,
    Rename,
    Link,
    Unlink,
    MakeFolder,
    RemoveFolder,
}

/// <summary>One thing that a process did to the disk.</summary>
/// <param name="Call">What.</param>
/// <param name="Path">To which file or folder.</param>
/// <param name="Begun">When the call began, in lines of the trace.</param>
/// <param name="Ended">When it ended.</param>
internal sealed record DiskChange(DiskCall Call, string Path, int Begun, int Ended)
{
    /// <summary>The new name of a rename or a link.</summary>
    public string To { get; init; } = "";

    /// <summary>Where something was written, or the new length.</summary>
    public long Offset { get; init; }

    /// <summary>What was written.</summary>
    public byte[] Data { get; init; } = [];
}
