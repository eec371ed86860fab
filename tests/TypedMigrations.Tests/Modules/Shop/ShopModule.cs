namespace TypedMigrations.Tests.Modules.Shop;

public sealed class ShopModule : MigrationModule;
