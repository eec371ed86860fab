namespace TypedMigrations.Testing.Tests.Modules.Wrong.KeyChanged;

/// <summary>Custom code gives a document another key.</summary>
public sealed class KeyChangedModule : MigrationModule;
