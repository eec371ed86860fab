namespace TypedMigrations.StoreContract.Modules.Words;

/// <summary>Migrations that follow each other and insert into one table. The third cannot: a value is taken by the one before.</summary>
public sealed class WordsModule : MigrationModule;
