namespace TypedMigrations.StoreContract.Modules.Squashed.Before;

/// <summary>The program before its first two migrations were squashed.</summary>
public sealed class BeforeModule : MigrationModule
{
    public override string Name => "People";
}
