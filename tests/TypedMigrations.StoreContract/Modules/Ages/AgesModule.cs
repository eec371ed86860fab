namespace TypedMigrations.StoreContract.Modules.Ages;

/// <summary>Ages of people, which are numbers no longer when people have been migrated further.</summary>
public sealed class AgesModule : MigrationModule;
