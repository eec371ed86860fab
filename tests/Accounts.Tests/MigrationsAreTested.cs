using TypedMigrations.Testing;

namespace Accounts.Tests;

[Parallelizable(ParallelScope.Children)]
public sealed class MigrationsAreTested
{
    private static IEnumerable<MigrationTest> Cases => MigrationTests.For<AccountsModule>();

    [TestCaseSource(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();
}
