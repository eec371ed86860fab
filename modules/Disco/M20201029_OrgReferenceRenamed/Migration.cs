using TypedMigrations;
using Old = Disco.M20201028_SurveysAndCampaigns;
using Owner = Accounts.M20201024_OrganizationsAndProjects;

namespace Disco.M20201029_OrgReferenceRenamed;

[DependsOn<Owner.OrganizationsAndProjects>]
public sealed class OrgReferenceRenamed : Migration
{
    public override void Up(Steps up) => up.Rename(Old.DiscoProjectTable.AccountOrgId, DiscoProjectTable.AccountOrgId);
}
