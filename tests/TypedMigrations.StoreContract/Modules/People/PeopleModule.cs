namespace TypedMigrations.StoreContract.Modules.People;

/// <summary>People, of whom other modules read.</summary>
public sealed class PeopleModule : MigrationModule;
