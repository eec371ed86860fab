namespace TypedMigrations.StoreContract.Modules.Places;

/// <summary>Fields that go to other places in their documents: by name, into and out of records, at any depth.</summary>
public sealed class PlacesModule : MigrationModule;
