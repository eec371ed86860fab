namespace TypedMigrations.StoreContract.Modules.Combined;

/// <summary>Verbs on one table at once.</summary>
public sealed class CombinedModule : MigrationModule;
