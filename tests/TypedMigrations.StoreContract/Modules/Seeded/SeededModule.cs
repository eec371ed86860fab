namespace TypedMigrations.StoreContract.Modules.Seeded;

/// <summary>Migrations with bootstrap and test data.</summary>
public sealed class SeededModule : MigrationModule;
