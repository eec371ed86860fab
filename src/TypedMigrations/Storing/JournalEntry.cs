namespace TypedMigrations.Storing;

/// <summary>One migration in the journal of the database that it was applied to.</summary>
public sealed record JournalEntry
{
    /// <summary>The format that this library writes. A newer one is refused.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The module's name.</summary>
    public required string Module { get; init; }

    /// <summary>Stamp and name, such as <c>20201027_ManyRoles</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The fingerprint of the migration as it was applied.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whether the migration ran or its result was found there.</summary>
    public required JournalKind Kind { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long the migration took on the copy.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Documents read and written, for each table that the migration touched.</summary>
    public IReadOnlyList<TableCount> Tables { get; init; } = [];

    /// <summary>Whether the migration only added, so that an older program may start on the database. The default is false.</summary>
    public bool IsAdditive { get; init; }

    /// <summary>The version of this library.</summary>
    public required string LibraryVersion { get; init; }

    /// <summary>The version of the application.</summary>
    public required string ApplicationVersion { get; init; }

    /// <summary>The name of the machine.</summary>
    public required string Machine { get; init; }
}

/// <summary>How a migration came into the journal.</summary>
public enum JournalKind
{
    /// <summary>It ran.</summary>
    Applied,

    /// <summary>The database was found in its state.</summary>
    Adopted,
}

/// <summary>What a migration did to one table.</summary>
/// <param name="Table">The table's name after the migration.</param>
/// <param name="Read">Documents read.</param>
/// <param name="Written">Documents inserted or changed.</param>
public sealed record TableCount(string Table, long Read, long Written);

/// <summary>What a step did.</summary>
/// <param name="Step">The step in words.</param>
/// <param name="Documents">The documents that it changed, moved, removed or inserted.</param>
/// <param name="Kept">Those among them whose value did not fit and was kept as it is.</param>
public sealed record StepCount(string Step, long Documents, long Kept);

/// <summary>What a migration did.</summary>
/// <param name="Tables">To each table that it touched.</param>
/// <param name="Steps">By each step that works on documents, in the order of the plan.</param>
public sealed record AppliedWork(IReadOnlyList<TableCount> Tables, IReadOnlyList<StepCount> Steps);
