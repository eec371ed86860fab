namespace TypedMigrations.LiteDb.Tests.Modules.Keys;

/// <summary>Keys that are not text, LiteDB's own kind among them.</summary>
public sealed class KeysModule : MigrationModule;
