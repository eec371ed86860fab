namespace TypedMigrations.Torture.Hostility;

/// <summary>A module whose code does in one of its callbacks what it was told.</summary>
public sealed class HostileModule : MigrationModule;
