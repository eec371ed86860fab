using Accounts;
using CsCheck;
using TypedMigrations.Testing;
using Xunit;
using Old = Accounts.M20201107_AvatarsAndLogosBecomeResources;

namespace Samples.Xunit;

public sealed class AccountsMigrations
{
    public static TheoryData<MigrationTest> Cases => [.. MigrationTests.For<AccountsModule>(Times)];

    [Theory, MemberData(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();

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
