namespace TypedMigrations.StoreContract.Modules.Fields;

/// <summary>Everything that can happen to a field.</summary>
public sealed class FieldsModule : MigrationModule;
