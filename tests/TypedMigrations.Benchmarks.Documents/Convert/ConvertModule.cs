using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Convert;

public sealed class ConvertModule : MigrationModule;
