namespace TypedMigrations.Testing.Tests.Modules.Wrong.UndeclaredLost;

/// <summary>Custom code keeps only what it knows.</summary>
public sealed class UndeclaredLostModule : MigrationModule;
