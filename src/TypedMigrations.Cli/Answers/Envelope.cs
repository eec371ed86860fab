using System.Text.Json.Serialization;
using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Answers;

/// <summary>What every verb writes with <c>--json</c>.</summary>
/// <param name="Verb">The verb that was called; empty where none was.</param>
/// <param name="ExitCode">What the process returns.</param>
internal sealed record Envelope(string Verb, int ExitCode)
{
    /// <summary>The version of this form. Members may be added to it; one that changes or goes makes a new version.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; init; } = 1;

    /// <summary>The verb's answer; null where it failed.</summary>
    public object? Result { get; init; }

    /// <summary>What stood in the way; empty where nothing did.</summary>
    public IReadOnlyList<ProblemAnswer> Problems { get; init; } = [];

    /// <summary>The state of the database after a failure, in words; null where none was opened.</summary>
    public string? DatabaseState { get; init; }
}

/// <summary>One thing that stands in the way.</summary>
/// <param name="Code">Such as <c>TM1004</c>.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Facts">What was found, each with a label.</param>
/// <param name="NextStep">What to do.</param>
internal sealed record ProblemAnswer(string Code, string What, IReadOnlyList<FactAnswer> Facts, string NextStep)
{
    public static ProblemAnswer Of(Problem problem) =>
        new(problem.Code, Advice.OfCommandLine(problem.What), [.. problem.Facts.Select(fact => new FactAnswer(fact.Label, fact.Value))], Advice.OfCommandLine(problem.NextStep));
}

/// <summary>Something that was found.</summary>
internal sealed record FactAnswer(string Label, string Value);
