namespace TypedMigrations.StoreContract.Modules.Owners;

/// <summary>Accounts, to which another module refers.</summary>
public sealed class OwnersModule : MigrationModule;
