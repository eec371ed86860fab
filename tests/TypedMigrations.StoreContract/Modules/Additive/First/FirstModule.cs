namespace TypedMigrations.StoreContract.Modules.Additive.First;

/// <summary>The older program: it has the first migration only.</summary>
public sealed class FirstModule : MigrationModule
{
    public override string Name => "Shop";
}
