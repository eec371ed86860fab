using TypedMigrations.StoreContract;
using TypedMigrations.Testing.Cases;

namespace TypedMigrations.Testing.Tests.Cases;

/// <summary>The modules of the store contract use every verb as it should be: no invariant takes offense at any of them.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class EveryVerbIsUsed
{
    private static IEnumerable<TestCaseData> Cases =>
        from type in typeof(StoreHarness).Assembly.GetTypes()
        where !type.IsAbstract && typeof(MigrationModule).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null && IsSound(type)
        from test in ModuleTests.Of((MigrationModule)Activator.CreateInstance(type)!, new MigrationTestOptions { Seed = "1" })
        where !test.Name.Contains("verified", StringComparison.Ordinal)
        select new TestCaseData(test).SetArgDisplayNames($"{type.FullName!.Split('.')[^2]}, {test.Name}");

    [TestCaseSource(nameof(Cases))]
    public void NothingIsFound(MigrationTest test)
    {
        try
        {
            test.Run();
        }
        catch (MigrationAssertionException exception) when (exception.Message.Contains(" fails on random data.", StringComparison.Ordinal))
        {
            // These migrations refuse values that they are not made for, which is their right: the data is as it was.
            Assert.That(exception.Message, Does.Match("TM40(01|02|04|05|08|10|11)"));
        }
    }

    /// <summary>Some modules are there to be refused.</summary>
    private static bool IsSound(Type module)
    {
        try
        {
            ModuleTests.Of((MigrationModule)Activator.CreateInstance(module)!, new MigrationTestOptions());
            return true;
        }
        catch (MigrationException)
        {
            return false;
        }
    }
}
