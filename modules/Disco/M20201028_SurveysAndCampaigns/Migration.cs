using TypedMigrations;
using Owner = Accounts.M20201024_OrganizationsAndProjects;

namespace Disco.M20201028_SurveysAndCampaigns;

[DependsOn<Owner.OrganizationsAndProjects>]
public sealed class SurveysAndCampaigns : Migration;
