namespace TypedMigrations.StoreContract.Modules.Parts;

/// <summary>Verbs on fields of documents that go to other tables.</summary>
public sealed class PartsModule : MigrationModule;
