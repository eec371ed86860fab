namespace TypedMigrations.Testing.Tests.Modules.Wrong.ElementLost;

/// <summary>Custom code deletes a document that was an element.</summary>
public sealed class ElementLostModule : MigrationModule;
