namespace TypedMigrations.LiteDb.Tests.Modules.Big;

/// <summary>Every kind of work on a table that takes several batches.</summary>
public sealed class BigModule : MigrationModule;
