namespace TypedMigrations.LiteDb.Tests.Modules.Scattered;

/// <summary>Many verbs on the fields of one table, for random documents.</summary>
public sealed class ScatteredModule : MigrationModule;
