namespace TypedMigrations.Cli.Operating;

/// <summary>What a run is asked for.</summary>
internal sealed record RunRequest
{
    /// <summary>Up, as far as the options say, or somewhere back.</summary>
    public MigrationGoal? Goal { get; init; }

    /// <summary>The newest migration to apply; null for what the application's settings say. Only on the way up.</summary>
    public string? To { get; init; }

    /// <summary>How many migrations to apply at most; null for what the application's settings say. Only on the way up.</summary>
    public int? Steps { get; init; }

    /// <summary>Whether test data is inserted.</summary>
    public bool TestData { get; init; }

    /// <summary>Whether a migration may lose data.</summary>
    public bool AllowDataLoss { get; init; }

    /// <summary>Whether a pending migration may be older than the newest applied one of its module.</summary>
    public bool AllowOutOfOrder { get; init; }

    /// <summary>The fingerprint of the plan that was approved; null to let any through.</summary>
    public string? ApprovedPlan { get; init; }

    /// <summary>The options of the run over those of the application.</summary>
    public MigrationOptions Over(MigrationOptions options, string? applicationVersion)
    {
        options.Target = To ?? options.Target;
        options.StepLimit = Steps ?? options.StepLimit;
        options.TestData |= TestData;
        options.AllowDataLoss = AllowDataLoss;
        options.AllowOutOfOrder |= AllowOutOfOrder;
        options.ApplicationVersion ??= applicationVersion;
        return options;
    }
}
