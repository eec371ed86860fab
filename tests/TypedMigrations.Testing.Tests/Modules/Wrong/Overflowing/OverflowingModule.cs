namespace TypedMigrations.Testing.Tests.Modules.Wrong.Overflowing;

/// <summary>A conversion overflows without a sound.</summary>
public sealed class OverflowingModule : MigrationModule;
