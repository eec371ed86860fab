using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.SplitIndexed;

public sealed class SplitIndexedModule : MigrationModule;
