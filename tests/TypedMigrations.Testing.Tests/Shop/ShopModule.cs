namespace TypedMigrations.Testing.Tests.Shop;

/// <summary>A small module to take snapshots of.</summary>
public sealed class ShopModule : MigrationModule;
