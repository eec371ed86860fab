using LiteDB;

namespace Disco.Tests;

/// <summary>The test data of both modules, before and after the maps become tables.</summary>
public sealed class MapsOfTheTestData
{
    private Dictionary<string, BsonDocument[]> _before = [];
    private Dictionary<string, BsonDocument[]> _after = [];

    [OneTimeSetUp]
    public async Task Migrate()
    {
        using var runs = new RealRuns { TestData = true };
        _before = await runs.RunAsync(DiscoHistory.Modules, "20201029", RealRuns.Everything);
        _after = await runs.RunToTheEndAsync();
    }

    [TestCase("survey_projects", "survey_schema_types", "supportRoles", "support_role_types")]
    [TestCase("survey_projects", "survey_schema_types", "userNeeds", "user_need_types")]
    [TestCase("survey_users", "survey_schema_values", "supportRoles", "support_role_values")]
    [TestCase("survey_users", "survey_schema_values", "userNeeds", "user_need_values")]
    public void HaveAsManyEntriesAsTheTableHasDocuments(string source, string map, string list, string table)
    {
        var entries = Entries(source, map, list).Count();

        Assert.That(entries, Is.GreaterThan(1_000));
        Assert.That(_after[table], Has.Length.EqualTo(entries));
    }

    [Test]
    public void KeepWhatTheirEntriesSay()
    {
        var before = Entries("survey_users", "survey_schema_values", "supportRoles").Concat(Entries("survey_users", "survey_schema_values", "userNeeds"));
        var after = _after["support_role_values"].Select(value => (value, Type: "support_role_type_ref_id")).Concat(_after["user_need_values"].Select(value => (value, Type: "user_needs_type_ref_id")));

        Assert.That(
            after.Select(item => $"{item.value["survey_user_ref_id"].AsString} {item.value[item.Type]} {item.value["pledged"]} {item.value["comment"]}"),
            Is.EquivalentTo(before.Select(item => $"{item.Owner} {item.Entry["type_id"]} {Whole(item.Entry["pledged"])} {item.Entry["comment"]}")));
    }

    [Test]
    public void AreGone() => Assert.Multiple(() =>
    {
        Assert.That(_after["survey_projects"].SelectMany(survey => survey.Keys).Distinct(), Is.EquivalentTo(["_id", "survey_project_name", "sys_account_project_ref_id", "created_at", "updated_at"]));
        Assert.That(_after["survey_users"].SelectMany(user => user.Keys).Distinct(), Is.EquivalentTo(["_id", "survey_user_name", "survey_project_ref_id", "sys_account_account_ref_id", "created_at", "updated_at"]));
    });

    [TestCase("survey_projects", "survey_project_name")]
    [TestCase("survey_users", "survey_user_name")]
    public void BelongToDocumentsThatAllGotANameOfTheirOwn(string table, string name)
    {
        var names = _after[table].Select(document => document[name].AsString).ToList();

        Assert.That(names, Has.Count.EqualTo(_before[table].Length).And.All.Not.Empty);
        Assert.That(names.Distinct(StringComparer.InvariantCultureIgnoreCase).Count(), Is.EqualTo(names.Count));
    }

    [Test]
    public void LeaveNoCampaignBehind() => Assert.Multiple(() =>
    {
        var before = _before["disco_projects"].ToDictionary(campaign => campaign["_id"].AsString, campaign => campaign["sys_account_org_ref_id"].AsString);
        var after = _after["disco_projects"].ToDictionary(campaign => campaign["_id"].AsString, campaign => campaign["sys_account_org_ref_id"].AsString);
        Assert.That(before, Is.SubsetOf(after));
        Assert.That(after.Values.GroupBy(org => org).Max(group => group.Count()), Is.GreaterThan(1), "One organization has many campaigns in the end.");
    });

    private IEnumerable<(string Owner, BsonDocument Entry)> Entries(string table, string map, string list) =>
        from document in _before[table]
        where document[map].IsDocument && document[map][list].IsArray
        from entry in document[map][list].AsArray
        select (document["_id"].AsString, entry.AsDocument);

    private static BsonValue Whole(BsonValue pledged) => pledged.Type switch
    {
        BsonType.Null => BsonValue.Null,
        BsonType.String => string.IsNullOrWhiteSpace(pledged.AsString) ? BsonValue.Null : long.Parse(pledged.AsString, System.Globalization.CultureInfo.InvariantCulture),
        _ => (long)pledged.AsDecimal,
    };
}
