namespace TypedMigrations.Testing.Tests.Modules.Wrong.Refusing;

/// <summary>A conversion refuses a value that is there.</summary>
public sealed class RefusingModule : MigrationModule;
