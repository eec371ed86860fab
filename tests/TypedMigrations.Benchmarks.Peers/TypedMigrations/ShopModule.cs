using TypedMigrations;

namespace Shop;

public sealed class ShopModule : MigrationModule;
