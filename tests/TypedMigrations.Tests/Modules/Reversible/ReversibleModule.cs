namespace TypedMigrations.Tests.Modules.Reversible;

public sealed class ReversibleModule : MigrationModule;

// A migration that inherits its Down has one.
public abstract class ReversibleMigration : Migration
{
    public override void Down(Steps down)
    {
    }
}
