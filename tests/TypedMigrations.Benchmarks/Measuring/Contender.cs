namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>A program that is measured beside others.</summary>
/// <param name="Name">How the report calls it.</param>
/// <param name="Program">The file to start.</param>
/// <param name="Arguments">What it is started with.</param>
internal sealed record Contender(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Makes the state that a run starts from. It happens before every run, and is not measured.</summary>
    public Action Prepare { get; init; } = () => { };

    /// <summary>The folder whose largest size is measured; null where none is.</summary>
    public string? DiskFolder { get; init; }

    /// <summary>Environment variables of the process, besides those of the benchmarks.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
