namespace TypedMigrations.StoreContract.Modules.Guests;

/// <summary>Badges, which refer to accounts of another module.</summary>
public sealed class GuestsModule : MigrationModule;
