namespace TypedMigrations.StoreContract.Modules.Words;

/// <summary>Migrations that follow each other and insert a few records each into one table.</summary>
public sealed class WordsModule : MigrationModule;
