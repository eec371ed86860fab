using TypedMigrations;

namespace TypedMigrations.Benchmarks.Documents.Rekey;

public sealed class RekeyModule : MigrationModule;
