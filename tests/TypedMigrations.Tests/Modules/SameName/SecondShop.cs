namespace TypedMigrations.Tests.Modules.SameName;

public sealed class SecondShop : MigrationModule
{
    public override string Name => "shop";
}
