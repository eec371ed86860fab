namespace TypedMigrations.Testing.Tests.Modules.Wrong.LeftDangling;

/// <summary>Duplicates are removed to which documents refer.</summary>
public sealed class LeftDanglingModule : MigrationModule;
