using CsCheck;
using TypedMigrations.Testing;
using Old = Disco.M20201029_OrgReferenceRenamed;

namespace Disco.Tests;

[Parallelizable(ParallelScope.Children)]
public sealed class MigrationsAreTested
{
    private static IEnumerable<MigrationTest> Cases => MigrationTests.For<DiscoModule>(Pledges);

    [TestCaseSource(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();

    /// <summary>What the maps hold under <c>pledged</c>: a whole number of any kind, text of one, or nothing. Anything else is refused.</summary>
    private static void Pledges(MigrationTestOptions options)
    {
        var pledged = Gen.OneOf(
            Gen.Const((object?)null), Gen.Int[0, 1_000].Select(count => (object?)count), Gen.Long[0, long.MaxValue].Select(count => (object?)count),
            Gen.ULong.Select(count => (object?)count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        options.Values(Old.SurveyUserTable.SupportRolePledged, pledged);
        options.Values(Old.SurveyUserTable.UserNeedPledged, pledged);
    }
}
