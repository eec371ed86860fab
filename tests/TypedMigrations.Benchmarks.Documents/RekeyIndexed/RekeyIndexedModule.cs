using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.RekeyIndexed;

public sealed class RekeyIndexedModule : MigrationModule;
