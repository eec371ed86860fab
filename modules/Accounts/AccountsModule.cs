using TypedMigrations;

namespace Accounts;

/// <summary>Accounts, what they may do, and the organizations and projects that they belong to.</summary>
public sealed class AccountsModule : MigrationModule
{
    /// <summary>The journal holds this name: it stays, whatever the class is called.</summary>
    public override string Name => "Accounts";
}
