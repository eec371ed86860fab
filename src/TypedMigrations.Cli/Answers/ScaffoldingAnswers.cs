namespace TypedMigrations.Cli.Answers;

/// <summary>A migration that was scaffolded.</summary>
/// <param name="Id">Stamp and name.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Namespace">The migration's namespace.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Follows">The id of the migration that it was copied from; null for the first of its module.</param>
/// <param name="Files">The files that were written.</param>
internal sealed record NewAnswer(string Id, string Module, string Namespace, string Folder, string? Follows, IReadOnlyList<string> Files);
