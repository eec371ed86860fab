namespace TypedMigrations.LiteDb.Tests.Modules.Kept;

/// <summary>A migration keeps values that do not fit, which one before it in the same run has made.</summary>
public sealed class KeptModule : MigrationModule;
