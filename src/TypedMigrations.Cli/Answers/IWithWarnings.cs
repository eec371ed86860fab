namespace TypedMigrations.Cli.Answers;

/// <summary>An answer that says what went wrong although the work is done: the process then returns 5.</summary>
internal interface IWithWarnings
{
    /// <summary>What went wrong afterwards.</summary>
    IReadOnlyList<string> Warnings { get; }
}
