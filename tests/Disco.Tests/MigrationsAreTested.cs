using TypedMigrations.Testing;

namespace Disco.Tests;

[Parallelizable(ParallelScope.Children)]
public sealed class MigrationsAreTested
{
    private static IEnumerable<MigrationTest> Cases => MigrationTests.For<DiscoModule>();

    [TestCaseSource(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();
}
