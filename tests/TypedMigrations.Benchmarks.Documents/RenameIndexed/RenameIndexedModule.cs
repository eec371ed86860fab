using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.RenameIndexed;

public sealed class RenameIndexedModule : MigrationModule;
