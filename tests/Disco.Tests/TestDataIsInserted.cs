using Disco.M20201028_SurveysAndCampaigns;
using TypedMigrations.Discovering;

namespace Disco.Tests;

/// <summary>The pitfalls that the migrations are tested with are really there.</summary>
public sealed class TestDataIsInserted
{
    private static readonly IReadOnlyList<SurveyProject> Surveys = DiscoHistory.Seeded<SurveyProject>("SurveysAndCampaigns", SeedKind.Test);
    private static readonly IReadOnlyList<SurveyUser> Users = DiscoHistory.Seeded<SurveyUser>("SurveysAndCampaigns", SeedKind.Test);
    private static readonly IReadOnlyList<DiscoProject> Campaigns = DiscoHistory.Seeded<DiscoProject>("SurveysAndCampaigns", SeedKind.Test);

    private static readonly List<IReadOnlyList<TypeEntry>> Types = [.. Surveys.Select(survey => survey.SchemaTypes).OfType<SurveyTypes>().SelectMany(types => new[] { types.SupportRoles, types.UserNeeds }).OfType<IReadOnlyList<TypeEntry>>()];
    private static readonly List<IReadOnlyList<ValueEntry>> Values = [.. Users.Select(user => user.SchemaValues).OfType<SurveyValues>().SelectMany(values => new[] { values.SupportRoles, values.UserNeeds }).OfType<IReadOnlyList<ValueEntry>>()];

    [Test]
    public void ThereAreThousandsOfDocumentsAndOfEntries() => Assert.Multiple(() =>
    {
        Assert.That(Surveys.Count + Users.Count + Campaigns.Count, Is.GreaterThan(3_000));
        Assert.That(Types.Sum(list => list.Count) + Values.Sum(list => list.Count), Is.GreaterThan(10_000));
    });

    [Test]
    public void ThereAreMapsAndListsThatAreMissingAndEmpty() => Assert.Multiple(() =>
    {
        Assert.That(Surveys.Select(survey => survey.SchemaTypes), Has.Some.Null);
        Assert.That(Surveys.Select(survey => survey.SchemaTypes), Has.Some.EqualTo(new SurveyTypes()));
        Assert.That(Types, Has.Some.Empty);
        Assert.That(Users.Select(user => user.SchemaValues), Has.Some.Null);
        Assert.That(Users.Select(user => user.SchemaValues), Has.Some.EqualTo(new SurveyValues()));
        Assert.That(Values, Has.Some.Empty);
    });

    [Test]
    public void ThereAreEntriesWithoutAnIdAndWithOneThatTheListHasAlready() => Assert.Multiple(() =>
    {
        Assert.That(Types.SelectMany(list => list.Select(entry => entry.Id)), Is.SupersetOf(new[] { null, "", "  " }));
        Assert.That(Values.SelectMany(list => list.Select(entry => entry.Id)), Is.SupersetOf(new[] { null, "", "  " }));
        Assert.That(Types.Where(list => HasTwice(list.Select(entry => entry.Id), StringComparer.Ordinal)), Is.Not.Empty);
        Assert.That(Values.Where(list => HasTwice(list.Select(entry => entry.Id), StringComparer.Ordinal)), Is.Not.Empty);
        Assert.That(Values.Where(list => HasTwice(list.Select(entry => entry.Id), StringComparer.OrdinalIgnoreCase) && !HasTwice(list.Select(entry => entry.Id), StringComparer.Ordinal)), Is.Not.Empty);
    });

    [Test]
    public void ThereAreTypesOfOneName() => Assert.That(Types.SelectMany(list => list.Select(entry => entry.Name)), Is.SupersetOf(new[] { null, "", "Marshal", "MARSHAL", "Marshal (2)" }));

    [Test]
    public void ThereArePledgesOfEveryType() => Assert.That(Values.SelectMany(list => list.Select(entry => entry.Pledged)), Has.Some.Null
        .And.Some.InstanceOf<int>().And.Some.InstanceOf<long>().And.Some.InstanceOf<double>().And.Some.InstanceOf<decimal>().And.Some.EqualTo("").And.Some.EqualTo("12"));

    [Test]
    public void ThereAreReferencesThatLeadNowhere() => Assert.Multiple(() =>
    {
        Assert.That(Surveys.Select(survey => survey.AccountProjectId), Has.Some.StartsWith("gone-").And.Some.StartsWith("test-"));
        Assert.That(Users.Select(user => user.AccountId), Is.SupersetOf(new[] { null, "", "   " }));
        Assert.That(Users.Select(user => user.AccountId ?? ""), Has.Some.StartsWith("gone-").And.Some.StartsWith("test-"));
        Assert.That(Users.Select(user => user.SurveyProjectId ?? ""), Has.Some.StartsWith("gone-").And.Some.StartsWith("test-"));
        Assert.That(Campaigns.Select(campaign => campaign.AccountOrgId), Has.Some.StartsWith("gone-").And.Some.StartsWith("test-"));
    });

    [Test]
    public void ThereAreAccountsThatAnswerSeveralSurveys() =>
        Assert.That(Users.Where(user => !string.IsNullOrWhiteSpace(user.AccountId)).GroupBy(user => user.AccountId).Max(answers => answers.Count()), Is.GreaterThan(1));

    private static bool HasTwice(IEnumerable<string?> ids, StringComparer comparer) =>
        ids.Where(id => !string.IsNullOrWhiteSpace(id)).GroupBy(id => id!, comparer).Any(group => group.Count() > 1);
}
