namespace TypedMigrations.StoreContract.Modules.Dependent;

/// <summary>Its second migration depends on one of another module.</summary>
public sealed class DependentModule : MigrationModule;
