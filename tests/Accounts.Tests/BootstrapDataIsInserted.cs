using Accounts.M20201006_FirstTables;
using Accounts.M20201024_OrganizationsAndProjects;
using TypedMigrations.Discovering;
using FirstAccount = Accounts.M20201006_FirstTables.Account;

namespace Accounts.Tests;

public sealed class BootstrapDataIsInserted
{
    private static readonly IReadOnlyList<FirstAccount> NewAccounts = AccountsHistory.Seeded<FirstAccount>("FirstTables", SeedKind.Bootstrap);
    private static readonly IReadOnlyList<Permission> NewPermissions = AccountsHistory.Seeded<Permission>("FirstTables", SeedKind.Bootstrap);
    private static readonly IReadOnlyList<Org> NewOrgs = AccountsHistory.Seeded<Org>("OrganizationsAndProjects", SeedKind.Bootstrap);
    private static readonly IReadOnlyList<Project> NewProjects = AccountsHistory.Seeded<Project>("OrganizationsAndProjects", SeedKind.Bootstrap);

    [Test]
    public void ThereAreAccountsPermissionsOrganizationsAndProjects() => Assert.Multiple(() =>
    {
        Assert.That(NewAccounts, Is.Not.Empty);
        Assert.That(NewPermissions, Is.Not.Empty);
        Assert.That(NewOrgs, Is.Not.Empty);
        Assert.That(NewProjects, Is.Not.Empty);
    });

    [Test]
    public void EveryAccountNamesItsOwnPermission() =>
        Assert.That(NewAccounts.Select(account => (account.RoleId, account.Id)), Is.EqualTo(NewPermissions.Select(permission => (permission.Id, permission.AccountId))));

    [Test]
    public void NoAccountHasAPasswordThatEveryoneKnows() => Assert.That(NewAccounts.Select(account => account.Password), Has.All.Null);

    [Test]
    public void OrganizationsAndProjectsNameNoAccount() => Assert.Multiple(() =>
    {
        Assert.That(NewOrgs.Select(org => org.AccountId), Has.All.Null);
        Assert.That(NewProjects.Select(project => project.AccountId), Has.All.Null);
    });

    [Test]
    public void EveryProjectNamesAnOrganizationThatIsThere() =>
        Assert.That(NewProjects.Select(project => project.OrgId), Is.SubsetOf(NewOrgs.Select(org => org.Id)));
}
