namespace TypedMigrations.Tests.Modules.Nothing;

public sealed class NothingModule : MigrationModule;
