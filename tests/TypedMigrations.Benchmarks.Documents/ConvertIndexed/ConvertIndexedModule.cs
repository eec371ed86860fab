using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.ConvertIndexed;

public sealed class ConvertIndexedModule : MigrationModule;
