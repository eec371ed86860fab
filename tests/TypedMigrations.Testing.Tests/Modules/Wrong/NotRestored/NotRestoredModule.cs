namespace TypedMigrations.Testing.Tests.Modules.Wrong.NotRestored;

/// <summary>Down does not bring back what Up changed.</summary>
public sealed class NotRestoredModule : MigrationModule;
