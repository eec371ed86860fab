namespace TypedMigrations.StoreContract.Modules.Cleaned;

/// <summary>Duplicates are removed, and type discriminators renamed.</summary>
public sealed class CleanedModule : MigrationModule;
