namespace TypedMigrations.Testing.Tests.Modules.Wrong.DocumentLost;

/// <summary>Custom code deletes a document.</summary>
public sealed class DocumentLostModule : MigrationModule;
