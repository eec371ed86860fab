namespace TypedMigrations.StoreContract.Modules.Uniques;

/// <summary>Names that several documents have become unique by a rule.</summary>
public sealed class UniquesModule : MigrationModule;
