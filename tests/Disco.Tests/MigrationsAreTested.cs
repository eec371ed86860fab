using CsCheck;
using TypedMigrations.Testing;
using Old = Disco.M20201029_OrgReferenceRenamed;

namespace Disco.Tests;

[Parallelizable(ParallelScope.Children)]
public sealed class MigrationsAreTested
{
    private static IEnumerable<MigrationTest> Cases => MigrationTests.For<DiscoModule>(Entries);

    [TestCaseSource(nameof(Cases))] public void Passes(MigrationTest test) => test.Run();

    /// <summary>
    /// What the entries of the maps hold: under <c>pledged</c> a whole number of any kind, text of one, or nothing; anything else is refused. Ids become keys and names
    /// get a unique index, which take 1,023 bytes.
    /// </summary>
    private static void Entries(MigrationTestOptions options)
    {
        var pledged = Gen.OneOf(
            Gen.Const((object?)null), Gen.Int[0, 1_000].Select(count => (object?)count), Gen.Long[0, long.MaxValue].Select(count => (object?)count),
            Gen.ULong.Select(count => (object?)count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        options.Values(Old.SurveyUserTable.SupportRolePledged, pledged);
        options.Values(Old.SurveyUserTable.UserNeedPledged, pledged);

        var texts = Gen.OneOf(Gen.Const((string?)null), Gen.String[0, 200].Select(name => (string?)name));
        options.Values(Old.SurveyProjectTable.SupportRoleName, texts);
        options.Values(Old.SurveyProjectTable.UserNeedName, texts);
        options.Values(Old.SurveyProjectTable.SupportRoleId, texts);
        options.Values(Old.SurveyProjectTable.UserNeedId, texts);
        options.Values(Old.SurveyUserTable.SupportRoleId, texts);
        options.Values(Old.SurveyUserTable.UserNeedId, texts);
    }
}
