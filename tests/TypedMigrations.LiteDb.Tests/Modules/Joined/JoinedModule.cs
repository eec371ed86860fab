namespace TypedMigrations.LiteDb.Tests.Modules.Joined;

/// <summary>Two tables become one: keys that are free stay, the others get a prefix, and references follow.</summary>
public sealed class JoinedModule : MigrationModule;
