using TypedMigrations;

namespace Disco.M20201028_SurveysAndCampaigns;

/// <summary>A survey and a campaign for each project of Accounts' bootstrap data.</summary>
/// <remarks>Nobody has answered yet: an installation need not have Accounts' bootstrap accounts.</remarks>
public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds)
    {
        var all = seeds.Json<SurveyWithCampaign>("bootstrap-data.json");
        seeds.Insert(SurveyProjectTable.Table, all.Select(one => one.Survey));
        seeds.Insert(DiscoProjectTable.Table, all.Select(one => one.Campaign));
    }

    private sealed record SurveyWithCampaign(SurveyProject Survey, DiscoProject Campaign);
}
