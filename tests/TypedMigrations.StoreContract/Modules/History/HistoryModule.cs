namespace TypedMigrations.StoreContract.Modules.History;

/// <summary>Five migrations that one can stop between.</summary>
public sealed class HistoryModule : MigrationModule;
