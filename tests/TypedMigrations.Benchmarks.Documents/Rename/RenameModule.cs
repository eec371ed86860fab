using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Rename;

public sealed class RenameModule : MigrationModule;
