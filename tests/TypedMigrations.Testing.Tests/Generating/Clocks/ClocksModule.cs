namespace TypedMigrations.Testing.Tests.Generating.Clocks;

/// <summary>A kind of field that LiteDB refuses.</summary>
public sealed class ClocksModule : MigrationModule;
