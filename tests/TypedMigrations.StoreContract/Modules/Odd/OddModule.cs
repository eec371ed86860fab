namespace TypedMigrations.StoreContract.Modules.Odd;

/// <summary>Steps on documents whose values are not what the constants say.</summary>
public sealed class OddModule : MigrationModule;
