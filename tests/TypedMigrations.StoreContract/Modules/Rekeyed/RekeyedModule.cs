namespace TypedMigrations.StoreContract.Modules.Rekeyed;

/// <summary>Documents that get other keys, with references to them everywhere.</summary>
public sealed class RekeyedModule : MigrationModule;
