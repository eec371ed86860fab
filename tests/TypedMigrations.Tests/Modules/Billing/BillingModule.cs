namespace TypedMigrations.Tests.Modules.Billing;

public sealed class BillingModule : MigrationModule;
