namespace Disco.Tests;

public sealed class NewDatabase
{
    [Test]
    public void HasTheMigrationsOfBothModulesPendingAndNoProblem()
    {
        var plan = DiscoHistory.PlanOfNewDatabase();

        Assert.Multiple(() =>
        {
            Assert.That(plan.Problems, Is.Empty);
            Assert.That(plan.Pending.Select(migration => migration.Id.ToString()), Is.EqualTo(
            [
                "20201006_FirstTables of module Accounts",
                "20201022_PermissionsBecomeRoles of module Accounts",
                "20201024_OrganizationsAndProjects of module Accounts",
                "20201026_VerifiedAccounts of module Accounts",
                "20201027_ManyRoles of module Accounts",
                "20201028_SurveysAndCampaigns of module Disco",
                "20201029_OrgReferenceRenamed of module Disco",
                "20201030_MapsBecomeTables of module Disco",
                "20201107_AvatarsAndLogosBecomeResources of module Accounts",
                "20201109_SurveyNames of module Disco",
                "20201110_ManyCampaignsForOneOrg of module Disco",
                "20201111_TimesInNanoseconds of module Accounts",
                "20210120_LoginAttempts of module Accounts",
            ]));
        });
    }

    [Test]
    public void IsPlannedAsVerified()
    {
        var verified = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Plan.verified.txt"));

        Assert.That(DiscoHistory.PlanOfNewDatabase().ToString(), Is.EqualTo(verified));
    }
}
