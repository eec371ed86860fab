namespace TypedMigrations.StoreContract.Modules.Values;

/// <summary>Values that are made anew: converted, mapped, combined, split, filled, and read from or written as JSON.</summary>
public sealed class ValuesModule : MigrationModule;
