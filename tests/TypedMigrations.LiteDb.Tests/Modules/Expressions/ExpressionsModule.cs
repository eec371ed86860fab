namespace TypedMigrations.LiteDb.Tests.Modules.Expressions;

/// <summary>Indexes that only LiteDB has, before and after a change.</summary>
public sealed class ExpressionsModule : MigrationModule;
