namespace TypedMigrations.StoreContract.Modules.Tables;

/// <summary>Everything that can happen to a table.</summary>
public sealed class TablesModule : MigrationModule;
