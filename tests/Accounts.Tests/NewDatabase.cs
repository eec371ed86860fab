namespace Accounts.Tests;

public sealed class NewDatabase
{
    [Test]
    public void HasEightMigrationsPendingAndNoProblem()
    {
        var plan = AccountsHistory.PlanOfNewDatabase();

        Assert.Multiple(() =>
        {
            Assert.That(plan.Problems, Is.Empty);
            Assert.That(plan.Pending.Select(migration => migration.Id.Text), Is.EqualTo(
            [
                "20201006_FirstTables",
                "20201022_PermissionsBecomeRoles",
                "20201024_OrganizationsAndProjects",
                "20201026_VerifiedAccounts",
                "20201027_ManyRoles",
                "20201107_AvatarsAndLogosBecomeResources",
                "20201111_TimesInNanoseconds",
                "20210120_LoginAttempts",
            ]));
        });
    }
}
