namespace TypedMigrations.Tests.Modules.Failing;

public sealed class FailingModule : MigrationModule;
