namespace TypedMigrations.Testing.Tests.Modules.Wrong.ReferenceLost;

/// <summary>Documents get other keys, and nobody declared the reference to them.</summary>
public sealed class ReferenceLostModule : MigrationModule;
