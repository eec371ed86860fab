namespace TypedMigrations.Cli.Showing;

/// <summary>How much is said beside the answer.</summary>
internal enum Loudness
{
    /// <summary>Errors only.</summary>
    Quiet,

    /// <summary>The answer, questions, and progress of what takes long.</summary>
    Normal,

    /// <summary>Where settings come from, what is built, and each event of a run.</summary>
    Verbose,
}
