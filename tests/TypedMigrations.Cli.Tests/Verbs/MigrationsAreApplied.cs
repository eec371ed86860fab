namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class MigrationsAreApplied : CliTest
{
    [Test]
    [Behavior(17)]
    [Behavior(64)]
    public async Task AndStatusTellsThemApart()
    {
        await OnShop("up", "--to", "FullNames");

        var status = await OnShop("status", "--json");

        var states = status.Result.GetProperty("migrations").EnumerateArray().Select(migration => $"{migration.GetProperty("id").GetString()} {migration.GetProperty("state").GetString()}");
        Assert.That(states, Is.EqualTo(["20261001_FirstTables applied", "20261015_FullNames applied", "20261101_NoFax pending", "20261110_Orders pending"]));
        Assert.That(status.Result.GetProperty("isUpToDate").GetBoolean(), Is.False);
    }

    [Test]
    [Behavior(20)]
    public async Task OneByOne()
    {
        var first = await OnShop("up", "--steps", "1", "--json");
        var second = await OnShop("up", "--steps", "1", "--json");

        Assert.That(new[] { first, second }.SelectMany(outcome => outcome.Result.GetProperty("applied").EnumerateArray()).Select(migration => migration.GetProperty("id").GetString()),
            Is.EqualTo(["20261001_FirstTables", "20261015_FullNames"]));
    }

    [Test]
    [Behavior(21)]
    [Behavior(23)]
    public async Task AndATargetMustBeAPendingOne()
    {
        await OnShop("up", "--to", "FullNames");

        var unknown = await OnShop("up", "--to", "Nothing");
        var there = await OnShop("up", "--to", "FullNames");
        var behind = await OnShop("up", "--to", "FirstTables");

        Assert.That((unknown.ExitCode, there.ExitCode, behind.ExitCode), Is.EqualTo((ExitCode.Rejected, ExitCode.Done, ExitCode.Rejected)));
        Assert.That((unknown.Error[..6], behind.Error[..6]), Is.EqualTo(("TM1015", "TM1016")));
    }

    [Test]
    [Behavior(33)]
    public async Task WithTestDataInANewDatabaseOnly()
    {
        var made = await OnShop("up", "--steps", "1", "--test-data", "--json");
        var more = await OnShop("up", "--steps", "1", "--test-data");
        File.Delete(Database);
        await OnShop("up", "--steps", "1");
        var real = await OnShop("up", "--steps", "1", "--test-data");

        Assert.That(made.Result.GetProperty("applied")[0].GetProperty("tables")[0].GetProperty("written").GetInt64(), Is.EqualTo(3));
        Assert.That((more.ExitCode, real.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Failed)), more.Error);
        Assert.That(real.Error, Does.StartWith("TM3009: ").Or.Contain("was not made as a test database"));
    }

    [Test]
    [Behavior(71)]
    [Behavior(75)]
    public async Task ButNotByAPlanOrARehearsal()
    {
        await OnShop("up", "--steps", "1");
        var before = await File.ReadAllBytesAsync(Database);

        var plan = await OnShop("plan");
        var rehearsal = await OnShop("rehearse");

        Assert.That((plan.ExitCode, rehearsal.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Done)), rehearsal.Error);
        Assert.That(plan.Output, Does.Contain("drop field customers.fax  (loses data)").And.Contain("create table orders  (from the constants)"));
        Assert.That(rehearsal.Output, Does.Contain("shop.db was not changed."));
        Assert.That(await File.ReadAllBytesAsync(Database), Is.EqualTo(before));
    }

    [Test]
    public async Task AfterAYesWhereDataIsLost()
    {
        await OnShop("up", "--steps", "1");
        Typed = "no";
        var refused = await OnShop("up");
        Typed = "y";
        var agreed = await OnShop("up");

        Assert.That((refused.ExitCode, agreed.ExitCode), Is.EqualTo((ExitCode.Failed, ExitCode.Done)), agreed.Error);
        Assert.That(refused.Error, Does.Contain("(loses data)").And.Contain("This loses data of shop.db. Go on? [y/N]").And.Contain("TM6007: The answer was no: nothing was done."));
    }

    [Test]
    public async Task WithoutAWordWhereTheDatabaseIsNewAndNothingCanBeLost()
    {
        var plan = await OnShop("plan", "--json");
        var up = await OnShop("up");

        Assert.That(plan.Result.GetProperty("losesData").GetBoolean(), Is.False);
        Assert.That(up.ExitCode, Is.EqualTo(ExitCode.Done), up.Error);
    }

    [Test]
    public async Task QuietlyWhereNobodyWantsToKnow()
    {
        var quiet = await OnShop("up", "--steps", "1", "--quiet");

        Assert.That((quiet.Output, quiet.Error), Is.EqualTo(("", "")));
    }
}
