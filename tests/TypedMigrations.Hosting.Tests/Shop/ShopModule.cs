namespace Shop;

public sealed class ShopModule : TypedMigrations.MigrationModule;
