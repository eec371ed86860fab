namespace TypedMigrations.Testing.Tests.Modules.Wrong.Converted;

/// <summary>A conversion of the whole document forgets a field.</summary>
public sealed class ConvertedModule : MigrationModule;
