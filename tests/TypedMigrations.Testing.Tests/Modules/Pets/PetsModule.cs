namespace TypedMigrations.Testing.Tests.Modules.Pets;

/// <summary>Migrations as they should be, for databases at any of them.</summary>
public sealed class PetsModule : MigrationModule;
