using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Seeded;

public sealed class SeededModule : MigrationModule;
