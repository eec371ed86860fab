namespace TypedMigrations.LiteDb.Tests.Modules.Customers;

/// <summary>A table with everything that the real one may differ in.</summary>
public sealed class CustomersModule : MigrationModule;
