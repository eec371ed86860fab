namespace TypedMigrations.StoreContract.Modules.Passes;

/// <summary>Six changes of one table in a row, some of which cannot share a pass with those before.</summary>
public sealed class PassesModule : MigrationModule;
