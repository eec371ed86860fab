using Accounts;
using LiteDB;

namespace Disco.Tests;

/// <summary>The module is added to an application whose Accounts are at their newest already.</summary>
public sealed class LateStart
{
    [Test]
    public async Task MakesTheTablesBesideThoseOfAccountsAndFindsTheNames()
    {
        using var runs = new RealRuns();
        var before = await runs.RunAsync([new AccountsModule()], target: null, RealRuns.Everything);

        var after = await runs.RunToTheEndAsync();

        Assert.Multiple(() =>
        {
            Assert.That(after["survey_projects"].Select(survey => survey["survey_project_name"].AsString), Is.EqualTo(["Shared Beds", "Reading Hours", "Repair Evenings"]));
            Assert.That(after["support_role_types"], Has.Length.EqualTo(3));
            Assert.That(Text(after, "projects"), Is.EqualTo(Text(before, "projects")));
            Assert.That(Text(after, "accounts"), Is.EqualTo(Text(before, "accounts")));
        });
    }

    private static IEnumerable<string> Text(Dictionary<string, BsonDocument[]> database, string table) => database[table].Select(document => document.ToString());
}
