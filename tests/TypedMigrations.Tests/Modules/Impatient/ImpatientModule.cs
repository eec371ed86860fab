namespace TypedMigrations.Tests.Modules.Impatient;

public sealed class ImpatientModule : MigrationModule;
