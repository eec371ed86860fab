namespace TypedMigrations.StoreContract.Modules.Derived;

/// <summary>Documents that are made from others, with a look at what was there before.</summary>
public sealed class DerivedModule : MigrationModule;
