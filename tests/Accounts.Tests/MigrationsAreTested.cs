using CsCheck;
using TypedMigrations.Testing;
using Seconds = Accounts.M20201107_AvatarsAndLogosBecomeResources;

namespace Accounts.Tests;

[Parallelizable(ParallelScope.Children)]
public sealed class MigrationsAreTested
{
    private static IEnumerable<MigrationTest> Cases => MigrationTests.For<AccountsModule>(UntilTheYear2096);

    [TestCaseSource(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();

    /// <summary>Times are Unix seconds before they are nanoseconds. Later ones than these have never been stored, and a long would not hold them.</summary>
    private static void UntilTheYear2096(MigrationTestOptions options)
    {
        var times = Gen.Long[0, 4_000_000_000].Nullable();
        options.Values(Seconds.AccountTable.CreatedAt, times);
        options.Values(Seconds.AccountTable.UpdatedAt, times);
        options.Values(Seconds.AccountTable.LastLogin, times);
        options.Values(Seconds.RoleTable.CreatedAt, times);
        options.Values(Seconds.RoleTable.UpdatedAt, times);
        options.Values(Seconds.OrgTable.CreatedAt, times);
        options.Values(Seconds.ProjectTable.CreatedAt, times);
    }
}
