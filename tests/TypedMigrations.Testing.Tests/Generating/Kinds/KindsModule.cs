namespace TypedMigrations.Testing.Tests.Generating.Kinds;

/// <summary>Tables with every kind of field that LiteDB stores, with references and with every kind of index.</summary>
public sealed class KindsModule : MigrationModule;
