using TypedMigrations;

namespace Forgetful;

/// <summary>The shop of the readme, whose author forgot what becomes of the fax.</summary>
public sealed class ForgetfulModule : MigrationModule
{
    public override string Name => "Shop";
}
