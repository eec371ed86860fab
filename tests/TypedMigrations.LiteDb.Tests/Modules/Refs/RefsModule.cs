namespace TypedMigrations.LiteDb.Tests.Modules.Refs;

/// <summary>LiteDB's own keys become GUIDs.</summary>
public sealed class RefsModule : MigrationModule;
