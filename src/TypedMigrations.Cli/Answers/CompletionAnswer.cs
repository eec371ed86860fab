namespace TypedMigrations.Cli.Answers;

/// <summary>A script that completes command lines.</summary>
/// <param name="Shell">The shell.</param>
/// <param name="Script">What goes into its profile.</param>
internal sealed record CompletionAnswer(string Shell, string Script);
