using TypedMigrations;

namespace Accounts.M20201026_VerifiedAccounts;

public sealed class VerifiedAccounts : Migration
{
    // Before this migration no account could be verified.
    public override void Up(Steps up) => up.Fill(AccountTable.Verified, false);
}
