namespace TypedMigrations.LiteDb.Tests.Modules.Links;

/// <summary>References as LiteDB's mapper stores them, to tables that are rekeyed, renamed and merged.</summary>
public sealed class LinksModule : MigrationModule;
