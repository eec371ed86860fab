namespace TypedMigrations.StoreContract.Modules.Flows;

/// <summary>Documents that go from one table to another: copied, merged, partitioned, split, converted.</summary>
public sealed class FlowsModule : MigrationModule;
