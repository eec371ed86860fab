namespace TypedMigrations.Cli;

/// <summary>The command cannot be carried out as it was called, or not at all.</summary>
/// <param name="exitCode">What the process returns.</param>
/// <param name="problems">What is wrong; at least one.</param>
internal sealed class CliException(ExitCode exitCode, params IReadOnlyList<Problem> problems) : Exception(string.Join("\n\n", problems))
{
    public ExitCode ExitCode { get; } = exitCode;

    public IReadOnlyList<Problem> Problems { get; } = problems;

    /// <summary>The command line is wrong, or what it stands on.</summary>
    public static CliException Usage(string code, string what, string nextStep, params (string Label, string Value)[] facts) =>
        new(ExitCode.Usage, new Problem(code, what, nextStep, facts));

    /// <summary>The command failed; no database was touched.</summary>
    public static CliException Failed(string code, string what, string nextStep, params (string Label, string Value)[] facts) =>
        new(ExitCode.Failed, new Problem(code, what, nextStep, facts));
}
