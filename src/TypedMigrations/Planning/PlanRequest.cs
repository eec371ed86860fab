namespace TypedMigrations.Planning;

/// <summary>What a plan is asked for.</summary>
public sealed record PlanRequest
{
    /// <summary>Where to go. Null for up, as far as <see cref="Target"/> and <see cref="StepLimit"/> say; otherwise these two do not count.</summary>
    public MigrationGoal? Goal { get; init; }

    /// <summary>The newest migration to apply: stamp, id or name. Null for all.</summary>
    public string? Target { get; init; }

    /// <summary>How many migrations to apply at most. Null for all.</summary>
    public int? StepLimit { get; init; }

    /// <summary>Whether a pending migration may be older than the newest applied one of its module. The default is false.</summary>
    public bool AllowOutOfOrder { get; init; }

    /// <summary>Where to adopt a database that has tables but no journal: module name (or <c>*</c> for every module) to stamp, id or name; <c>0</c> for before the first migration.</summary>
    public IReadOnlyDictionary<string, string> AdoptAt { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a pending migration may lose data. The default is true.</summary>
    public bool AllowDataLoss { get; init; } = true;

    /// <summary>Whether test data is inserted, which only a test database allows.</summary>
    public bool TestData { get; init; }
}
