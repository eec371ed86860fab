using TypedMigrations;

namespace Accounts.M20201024_OrganizationsAndProjects;

/// <summary>A few organizations with a project each.</summary>
/// <remarks>
/// They name no account: a database that was adopted after the first migration has no bootstrap accounts, and nothing
/// may lead nowhere.
/// </remarks>
public sealed class BootstrapData : BootstrapSeed
{
    public override void Insert(Seeds seeds)
    {
        var all = seeds.Json<OrgWithProjects>("bootstrap-data.json");
        seeds.Insert(OrgTable.Table, all.Select(one => one.Org));
        seeds.Insert(ProjectTable.Table, all.SelectMany(one => one.Projects));
    }

    private sealed record OrgWithProjects(Org Org, IReadOnlyList<Project> Projects);
}
