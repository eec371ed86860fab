namespace TypedMigrations.LiteDb.Tests.Modules.Refused;

/// <summary>Constants that LiteDB would refuse.</summary>
public sealed class RefusedModule : MigrationModule;
