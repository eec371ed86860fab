namespace TypedMigrations.LiteDb.Tests.Modules.Maps;

/// <summary>Maps of records, maps of lists of records, and lists of lists of records.</summary>
public sealed class MapsModule : MigrationModule;
