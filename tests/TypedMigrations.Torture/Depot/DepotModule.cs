namespace TypedMigrations.Torture.Depot;

/// <summary>A history that has something of everything: changes in place, splits, partitions, other keys, extracted elements, derived documents, indexes, seeds and a way back.</summary>
public sealed class DepotModule : MigrationModule
{
    /// <summary>The migration that the old databases have.</summary>
    public const string First = "20240101_FirstTables";

    /// <summary>The migration to which a database is taken back.</summary>
    public const string BeforeLast = "20240401_NumberedCustomers";
}
