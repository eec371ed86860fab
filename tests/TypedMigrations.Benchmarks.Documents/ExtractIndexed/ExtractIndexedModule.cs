using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.ExtractIndexed;

public sealed class ExtractIndexedModule : MigrationModule;
