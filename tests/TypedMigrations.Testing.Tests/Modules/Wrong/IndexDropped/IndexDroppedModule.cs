namespace TypedMigrations.Testing.Tests.Modules.Wrong.IndexDropped;

/// <summary>Custom code drops an index.</summary>
public sealed class IndexDroppedModule : MigrationModule;
