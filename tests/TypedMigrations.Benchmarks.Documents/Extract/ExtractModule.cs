using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Extract;

public sealed class ExtractModule : MigrationModule;
