namespace TypedMigrations.Tests.Modules.Shop;

// Abstract: the base of a module's migrations, and none itself.
public abstract class ShopMigration : Migration;
