using TypedMigrations.Cli.Scaffolding.Reading;

namespace TypedMigrations.Cli.Scaffolding.Copying;

/// <summary>A file as another migration gets it.</summary>
/// <param name="RelativePath">Where in the migration's folder.</param>
/// <param name="Source">Its text; its path is that of the file that it was copied from.</param>
internal sealed record CopiedFile(string RelativePath, SourceText Source);
