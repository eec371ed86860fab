namespace Stock;

/// <summary>Internal, as a module may be.</summary>
internal sealed class StockModule : TypedMigrations.MigrationModule;
