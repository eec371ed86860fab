namespace TypedMigrations.Testing.Tests.Modules.Visits;

/// <summary>A module that depends on another one.</summary>
public sealed class VisitsModule : MigrationModule;
