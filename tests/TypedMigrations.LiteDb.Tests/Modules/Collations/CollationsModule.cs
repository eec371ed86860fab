namespace TypedMigrations.LiteDb.Tests.Modules.Collations;

/// <summary>The collation changes to one that keeps every spelling apart, and back to one that does not.</summary>
public sealed class CollationsModule : MigrationModule;
