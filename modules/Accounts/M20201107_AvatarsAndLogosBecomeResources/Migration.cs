using TypedMigrations;
using Old = Accounts.M20201027_ManyRoles;

namespace Accounts.M20201107_AvatarsAndLogosBecomeResources;

public sealed class AvatarsAndLogosBecomeResources : Migration
{
    public override void Up(Steps up)
    {
        up.Drop(Old.AccountTable.UserDefinedFields);
        up.Drop(Old.AccountTable.Survey);

        up.Rename(Old.OrgTable.LogoUrl, OrgTable.LogoResourceId);
        up.Rename(Old.ProjectTable.LogoUrl, ProjectTable.LogoResourceId);

        // A resource has one owner from now on. Where several had one logo, the later ones get a fragment: another id,
        // which still leads to the same picture.
        up.MakeUnique(OrgTable.LogoResourceId, (logo, n) => $"{logo}#{n}");
        up.MakeUnique(ProjectTable.LogoResourceId, (logo, n) => $"{logo}#{n}");

        // A project without an organization, or with one that is gone, stays without a name for it.
        up.Fill(ProjectTable.OrgName, Old.ProjectTable.Table, (project, old) => old.Find(Old.OrgTable.Id, project.OrgId)?.Name);
    }
}
