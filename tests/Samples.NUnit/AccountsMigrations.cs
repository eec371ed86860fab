using Accounts;
using CsCheck;
using NUnit.Framework;
using TypedMigrations.Testing;
using Old = Accounts.M20201107_AvatarsAndLogosBecomeResources;

namespace Samples.NUnit;

public sealed class AccountsMigrations
{
    private static IEnumerable<MigrationTest> Cases => MigrationTests.For<AccountsModule>(Times);

    [TestCaseSource(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();

    // What the constants do not say: times are Unix seconds of this century, which fit a long as nanoseconds.
    private static void Times(MigrationTestOptions options)
    {
        var seconds = Gen.Long[0, 4_000_000_000].Nullable();
        options.RandomDatabases = 5;
        options.Values(Old.AccountTable.CreatedAt, seconds);
        options.Values(Old.AccountTable.UpdatedAt, seconds);
        options.Values(Old.AccountTable.LastLogin, seconds);
        options.Values(Old.RoleTable.CreatedAt, seconds);
        options.Values(Old.RoleTable.UpdatedAt, seconds);
        options.Values(Old.OrgTable.CreatedAt, seconds);
        options.Values(Old.ProjectTable.CreatedAt, seconds);
    }
}
