namespace TypedMigrations.Fuzzing.Looping;

/// <summary>An input to which the library gave no answer.</summary>
/// <param name="Input">The input.</param>
/// <param name="What">What happened.</param>
/// <param name="Place">What tells this fault from others: the kind of the exception and where it came from.</param>
public sealed record Finding(byte[] Input, string What, string Place)
{
    public static Finding Of(byte[] input, Exception exception)
    {
        var frames = (exception.StackTrace ?? "").Split('\n').Select(line => line.Trim()).ToList();
        var own = frames.Find(frame => frame.StartsWith("at TypedMigrations.", StringComparison.Ordinal) && !frame.Contains(".Fuzzing.", StringComparison.Ordinal));
        return new Finding(input, exception.ToString(), $"{exception.GetType().Name} {frames.FirstOrDefault()} {own}");
    }
}

/// <summary>What came of some fuzzing.</summary>
/// <param name="Executions">How many inputs were given.</param>
/// <param name="Answers">What the library answered, without numbers and names, and how often.</param>
/// <param name="Findings">One of each fault.</param>
public sealed record FuzzSummary(long Executions, IReadOnlyDictionary<string, long> Answers, IReadOnlyList<Finding> Findings);
