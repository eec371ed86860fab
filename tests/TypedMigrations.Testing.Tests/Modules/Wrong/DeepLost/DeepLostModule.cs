namespace TypedMigrations.Testing.Tests.Modules.Wrong.DeepLost;

/// <summary>A conversion of the whole document forgets fields that lie deep in it.</summary>
public sealed class DeepLostModule : MigrationModule;
