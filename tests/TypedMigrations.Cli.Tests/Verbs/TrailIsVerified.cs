namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class TrailIsVerified : CliTest
{
    [Test]
    public async Task AndIsWhole()
    {
        await OnShop("up", "--steps", "1");

        var whole = await OnShop("audit", "--verify", "--last", "1");

        Assert.That(whole.ExitCode, Is.EqualTo(ExitCode.Done), whole.Error);
        Assert.That(whole.Output, Does.EndWith("\n\nThe trail is whole.\n").And.Not.Contain("   1  "));
    }

    [Test]
    public async Task AndWasChangedByHand()
    {
        await OnShop("up", "--steps", "1");
        Change(database =>
        {
            var trail = database.GetCollection("_migrations_audit");
            var second = trail.FindById(2);
            second["detail"] = "nothing happened";
            trail.Update(second);
        });

        var broken = await OnShop("audit", "--verify");
        var shown = await OnShop("audit", "--json");

        Assert.That(broken.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(broken.Error, Does.StartWith("TM6010: The audit trail of shop.db is broken at event 2."));
        Assert.That((shown.ExitCode, shown.Result.GetProperty("brokenAt").GetInt64()), Is.EqualTo((ExitCode.Done, 2)));
    }

    [Test]
    public async Task WhereThereIsNone()
    {
        var none = await OnShop("audit");

        Assert.That(none.Output, Is.EqualTo("shop.db has no audit trail: nothing was done to it yet.\n"));
    }
}
