namespace TypedMigrations.StoreContract.Modules.Reversible;

/// <summary>Migrations that can be taken back, but for the last.</summary>
public sealed class ReversibleModule : MigrationModule;
