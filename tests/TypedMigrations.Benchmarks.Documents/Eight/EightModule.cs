using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Eight;

public sealed class EightModule : MigrationModule;
