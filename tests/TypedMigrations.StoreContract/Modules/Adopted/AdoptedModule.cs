namespace TypedMigrations.StoreContract.Modules.Adopted;

/// <summary>Migrations for a database that was there before the library.</summary>
public sealed class AdoptedModule : MigrationModule;
