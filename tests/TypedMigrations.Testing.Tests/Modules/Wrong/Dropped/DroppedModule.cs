namespace TypedMigrations.Testing.Tests.Modules.Wrong.Dropped;

/// <summary>A field is dropped by mistake.</summary>
public sealed class DroppedModule : MigrationModule;
