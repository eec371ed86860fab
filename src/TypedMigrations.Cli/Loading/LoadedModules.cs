namespace TypedMigrations.Cli.Loading;

/// <summary>The modules of an application.</summary>
/// <param name="Modules">At least one.</param>
/// <param name="ApplicationVersion">The version of the application, for the journal.</param>
internal sealed record LoadedModules(IReadOnlyList<MigrationModule> Modules, string? ApplicationVersion);
