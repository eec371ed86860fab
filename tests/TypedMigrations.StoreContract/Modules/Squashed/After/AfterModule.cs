namespace TypedMigrations.StoreContract.Modules.Squashed.After;

/// <summary>The program after they were, with one more.</summary>
public sealed class AfterModule : MigrationModule
{
    public override string Name => "People";
}
