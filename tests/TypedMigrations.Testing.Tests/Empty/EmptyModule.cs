namespace TypedMigrations.Testing.Tests.Empty;

/// <summary>A module that has no migration yet.</summary>
public sealed class EmptyModule : MigrationModule;
