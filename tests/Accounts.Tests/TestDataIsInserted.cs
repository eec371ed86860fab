using System.Globalization;
using Accounts.M20201006_FirstTables;
using Accounts.M20201024_OrganizationsAndProjects;
using Accounts.M20210120_LoginAttempts;
using TypedMigrations.Discovering;
using FirstAccount = Accounts.M20201006_FirstTables.Account;
using FirstOrg = Accounts.M20201024_OrganizationsAndProjects.Org;
using FirstProject = Accounts.M20201024_OrganizationsAndProjects.Project;

namespace Accounts.Tests;

/// <summary>The pitfalls that the migrations are tested with are really there.</summary>
public sealed class TestDataIsInserted
{
    private static readonly IReadOnlyList<FirstAccount> OldAccounts = AccountsHistory.Seeded<FirstAccount>("FirstTables", SeedKind.Test);
    private static readonly IReadOnlyList<Permission> OldPermissions = AccountsHistory.Seeded<Permission>("FirstTables", SeedKind.Test);
    private static readonly IReadOnlyList<FirstOrg> OldOrgs = AccountsHistory.Seeded<FirstOrg>("OrganizationsAndProjects", SeedKind.Test);
    private static readonly IReadOnlyList<FirstProject> OldProjects = AccountsHistory.Seeded<FirstProject>("OrganizationsAndProjects", SeedKind.Test);
    private static readonly IReadOnlyList<LoginAttempt> Attempts = AccountsHistory.Seeded<LoginAttempt>("LoginAttempts", SeedKind.Test);

    private static readonly Dictionary<string, Permission> PermissionById = OldPermissions.ToDictionary(permission => permission.Id);
    private static readonly HashSet<string> HasPermission = [.. OldPermissions.Select(permission => permission.AccountId)];

    [Test]
    public void ThereAreThousandsOfDocuments() =>
        Assert.That(OldAccounts.Count + OldPermissions.Count + OldOrgs.Count + OldProjects.Count + Attempts.Count, Is.GreaterThan(5_000));

    [TestCase(null, true)]
    [TestCase(null, false)]
    [TestCase("", false)]
    [TestCase("   ", false)]
    public void ThereAreAccountsThatNameNoRole(string? roleId, bool hasPermission) =>
        Assert.That(OldAccounts.Where(account => account.RoleId == roleId && HasPermission.Contains(account.Id) == hasPermission), Is.Not.Empty);

    [Test]
    public void ThereAreAccountsThatNameTheirOwnRole() => Assert.That(OldAccounts.Where(account => RoleOf(account)?.AccountId == account.Id), Is.Not.Empty);

    [Test]
    public void ThereAreAccountsThatNameAnothersRole([Values] bool hasPermission)
    {
        var found = OldAccounts.Where(account => RoleOf(account) is { } named && named.AccountId != account.Id && HasPermission.Contains(account.Id) == hasPermission);

        Assert.That(found, Is.Not.Empty);
    }

    [Test]
    public void ThereAreAccountsThatNameARoleThatIsGone([Values] bool hasPermission)
    {
        var found = OldAccounts.Where(account => !string.IsNullOrWhiteSpace(account.RoleId) && RoleOf(account) is null && HasPermission.Contains(account.Id) == hasPermission);

        Assert.That(found, Is.Not.Empty);
    }

    [Test]
    public void ThereAreEmptyAndBlankTexts() => Assert.Multiple(() =>
    {
        Assert.That(OldAccounts.Select(account => account.Password), Is.SupersetOf(new[] { null, "", " " }));
        Assert.That(OldPermissions.Select(permission => permission.ProjectId), Is.SupersetOf(new[] { null, "" }));
    });

    [Test]
    public void ThereAreMapsOfEveryShape() => Assert.Multiple(() =>
    {
        var maps = OldAccounts.Select(account => account.UserDefinedFields).ToList();
        Assert.That(maps, Has.Some.Null);
        Assert.That(maps, Has.Some.Empty);
        Assert.That(maps.OfType<IReadOnlyDictionary<string, object?>>().SelectMany(map => map.Values), Has.Some.Null
            .And.Some.EqualTo("").And.Some.InstanceOf<long>().And.Some.InstanceOf<double>().And.Some.InstanceOf<decimal>()
            .And.Some.InstanceOf<IReadOnlyList<object?>>().And.Some.InstanceOf<IReadOnlyDictionary<string, object?>>());
    });

    [Test]
    public void ThereAreDisabledAccountsAndSomeThatDoNotSay() =>
        Assert.That(OldAccounts.Select(account => account.Disabled), Is.SupersetOf(new bool?[] { true, false, null }));

    [Test]
    public void ThereAreOrganizationsOfOneNameAndOfOneLogo() => Assert.Multiple(() =>
    {
        Assert.That(MostOfOne(OldOrgs, org => org.Name), Is.GreaterThan(1));
        Assert.That(MostOfOne(OldOrgs, org => org.LogoUrl), Is.GreaterThan(1));
        Assert.That(OldOrgs.Select(org => org.Name), Is.SupersetOf(new[] { null, "", "Rising Tide", "RISING TIDE", "Rising Tide (2)" }));
        Assert.That(OldOrgs.Select(org => org.LogoUrl), Is.SupersetOf(new[] { null, "" }));
    });

    [Test]
    public void ThereAreProjectsOfOneNameAndOfOneLogo() => Assert.Multiple(() =>
    {
        Assert.That(MostOfOne(OldProjects, project => project.Name), Is.GreaterThan(1));
        Assert.That(MostOfOne(OldProjects, project => project.LogoUrl), Is.GreaterThan(1));
    });

    [Test]
    public void ThereAreProjectsWithoutAnOrganizationAndWithOneThatIsGone()
    {
        var orgs = OldOrgs.Select(org => org.Id).ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(OldProjects.Select(project => project.OrgId), Is.SupersetOf(new[] { null, "", " " }));
            Assert.That(OldProjects.Where(project => project.OrgId is { } org && orgs.Contains(org)), Is.Not.Empty);
            Assert.That(OldProjects.Where(project => project.OrgId is { Length: > 1 } org && !orgs.Contains(org)), Is.Not.Empty);
        });
    }

    [Test]
    public void ThereAreLoginAttemptsThatDoNotFitAnInt() => Assert.That(Attempts.Where(attempt => attempt.TotalAttempts > int.MaxValue), Is.Not.Empty);

    private static Permission? RoleOf(FirstAccount account) => PermissionById.GetValueOrDefault(account.RoleId ?? "");

    private static int MostOfOne<T>(IEnumerable<T> records, Func<T, string?> value) => records.Select(value).Where(text => !string.IsNullOrEmpty(text))
        .GroupBy(text => text!, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase)).Max(group => group.Count());
}
