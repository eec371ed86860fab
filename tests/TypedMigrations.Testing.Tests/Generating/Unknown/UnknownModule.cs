namespace TypedMigrations.Testing.Tests.Generating.Unknown;

/// <summary>A field of a type that says nothing of how it is made.</summary>
public sealed class UnknownModule : MigrationModule;
