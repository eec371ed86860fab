namespace TypedMigrations.Tests.Modules.SameStamp;

public sealed class SameStampModule : MigrationModule;
