namespace TypedMigrations.Benchmarks.Measuring;

/// <summary>What one run of a process took.</summary>
/// <param name="Wall">From starting the process to its end.</param>
/// <param name="Processor">User and system time of all its threads.</param>
/// <param name="PeakMemory">The largest resident size, in bytes.</param>
/// <param name="PeakDisk">The largest size of the contender's folder, in bytes; 0 where none is watched.</param>
/// <param name="Output">What it wrote to its standard output.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan Processor, long PeakMemory, long PeakDisk, string Output);
