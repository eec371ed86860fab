namespace TypedMigrations.StoreContract.Modules.Additive;

/// <summary>The newer program: it owns what the older one has, and more.</summary>
public sealed class WholeModule : MigrationModule
{
    public override string Name => "Shop";
}
