namespace TypedMigrations.StoreContract.Modules.Fragile;

/// <summary>Its third migration fails in as many ways as there are verbs, each by a document of its own.</summary>
public sealed class FragileModule : MigrationModule;
