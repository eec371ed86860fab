namespace TypedMigrations.StoreContract.Modules.Indexes;

/// <summary>Indexes that follow from the constants.</summary>
public sealed class IndexesModule : MigrationModule;
