namespace TypedMigrations.LiteDb.Tests.Modules.Undeclared;

/// <summary>Documents that hold far more than their constants say, at every depth, of which one field changes.</summary>
public sealed class UndeclaredModule : MigrationModule;
