namespace TypedMigrations.Testing.Tests.Generating.Clocks;

/// <summary>A kind of field that LiteDB refuses, and a reference into another module.</summary>
public sealed class ClocksModule : MigrationModule;
