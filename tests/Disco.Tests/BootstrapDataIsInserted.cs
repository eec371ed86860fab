using Accounts.M20201024_OrganizationsAndProjects;
using Disco.M20201028_SurveysAndCampaigns;
using TypedMigrations.Discovering;

namespace Disco.Tests;

public sealed class BootstrapDataIsInserted
{
    private static readonly IReadOnlyList<SurveyProject> Surveys = DiscoHistory.Seeded<SurveyProject>("SurveysAndCampaigns", SeedKind.Bootstrap);
    private static readonly IReadOnlyList<DiscoProject> Campaigns = DiscoHistory.Seeded<DiscoProject>("SurveysAndCampaigns", SeedKind.Bootstrap);
    private static readonly IReadOnlyList<object> OfAccounts =
        [.. DiscoHistory.Catalog.TryFind("OrganizationsAndProjects")!.Definition.Seeds(SeedKind.Bootstrap).SelectMany(seed => seed.Records)];

    [Test]
    public void EverySurveyAndCampaignNamesAProjectThatAccountsInserts() => Assert.Multiple(() =>
    {
        var projects = OfAccounts.OfType<Project>().ToDictionary(project => project.Id, project => project.OrgId);
        Assert.That(Surveys, Is.Not.Empty);
        Assert.That(Surveys.Select(survey => survey.AccountProjectId), Is.SubsetOf(projects.Keys));
        Assert.That(Campaigns, Is.Not.Empty);
        Assert.That(Campaigns.Select(campaign => KeyValuePair.Create(campaign.AccountProjectId, (string?)campaign.AccountOrgId)), Is.SubsetOf(projects));
    });

    [Test]
    public void EverySurveyAsksForRolesAndNeeds() => Assert.That(Surveys.Select(survey => survey.SchemaTypes), Has.All.Matches<SurveyTypes>(types => types is { SupportRoles.Count: > 0, UserNeeds.Count: > 0 }));
}
