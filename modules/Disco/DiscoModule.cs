using TypedMigrations;

namespace Disco;

/// <summary>Campaigns of the projects of Accounts, the surveys that they ask of their supporters, and the answers.</summary>
public sealed class DiscoModule : MigrationModule
{
    /// <summary>The journal holds this name: it stays, whatever the class is called.</summary>
    public override string Name => "Disco";
}
