namespace TypedMigrations.Cli.Answers;

/// <summary>A migration that was scaffolded.</summary>
/// <param name="Id">Stamp and name.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Namespace">The migration's namespace.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Follows">The id of the migration that it was copied from; null for the first of its module.</param>
/// <param name="Files">The files that were written.</param>
internal sealed record NewAnswer(string Id, string Module, string Namespace, string Folder, string? Follows, IReadOnlyList<string> Files);

/// <summary>Migrations that were rebased.</summary>
/// <param name="Module">The module's name.</param>
/// <param name="Migrations">Each migration that was rebased, in the order in which they run; empty where none had to be.</param>
internal sealed record RebaseAnswer(string Module, IReadOnlyList<RebasedAnswer> Migrations);

/// <summary>A migration that was rebased.</summary>
/// <param name="WasId">Stamp and name as they were.</param>
/// <param name="Id">Stamp and name as they are now.</param>
/// <param name="Follows">The id of the migration that it follows now.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Files">The files that were written, of other projects that name it, too.</param>
/// <param name="Conflicts">The files with places that have to be resolved by hand.</param>
internal sealed record RebasedAnswer(string WasId, string Id, string Follows, string Folder, IReadOnlyList<string> Files, IReadOnlyList<ConflictAnswer> Conflicts);

/// <summary>A file that both migrations changed in one place.</summary>
/// <param name="File">Its path.</param>
/// <param name="Places">How many places have the marks of a merge conflict.</param>
internal sealed record ConflictAnswer(string File, int Places);

/// <summary>Migrations that were frozen, or are not frozen yet.</summary>
/// <param name="IsCheck">Whether nothing was done: then these are not frozen yet.</param>
/// <param name="Migrations">Each of them, with the ledger that it is or would be in; empty where all were frozen before.</param>
internal sealed record FreezeAnswer(bool IsCheck, IReadOnlyList<FrozenAnswer> Migrations);

/// <summary>A migration for a ledger.</summary>
/// <param name="Id">Stamp and name.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Ledger">The path of the ledger.</param>
internal sealed record FrozenAnswer(string Id, string Module, string Ledger);

/// <summary>A squash that was made.</summary>
/// <param name="Id">Its id: that of the last migration that it stands for.</param>
/// <param name="Module">The module's name.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Removed">The ids of the migrations whose folders are gone, oldest first.</param>
/// <param name="Files">The files that were written.</param>
/// <param name="StillNaming">The sources that still name a migration which is gone.</param>
internal sealed record SquashAnswer(string Id, string Module, string Folder, IReadOnlyList<string> Removed, IReadOnlyList<string> Files, IReadOnlyList<string> StillNaming);
