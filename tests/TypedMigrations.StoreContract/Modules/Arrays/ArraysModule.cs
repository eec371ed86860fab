namespace TypedMigrations.StoreContract.Modules.Arrays;

/// <summary>Values that become arrays, arrays that become values or documents, documents that become elements.</summary>
public sealed class ArraysModule : MigrationModule;
