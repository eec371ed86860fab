using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Split;

public sealed class SplitModule : MigrationModule;
