namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class DatabaseIsSeeded : CliTest
{
    [SetUp]
    public Task Migrate() => OnShop("up", "--to", "FullNames");

    [Test]
    [Behavior(32)]
    public async Task AndItsHistoryIsLeftAlone()
    {
        var before = await OnShop("status", "--json");
        Change(database => database.GetCollection("customers").Delete("ben"));

        var seeded = await OnShop("seed", "--json");
        var again = await OnShop("seed");

        Assert.That((seeded.ExitCode, again.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Done)), seeded.Error);
        Assert.That(seeded.Result.GetProperty("tables")[0].ToString(), Does.Contain("\"present\": 1").And.Contain("\"inserted\": 1"));
        Assert.That(again.Output, Is.EqualTo("shop.db lacks nothing of what a new database would hold.\n"));
        Assert.That((await OnShop("status", "--json")).Output, Is.EqualTo(before.Output));
        Change(database => Assert.That(database.GetCollection("customers").FindById("ben")["full_name"].AsString, Is.EqualTo("Ben")));
    }

    [Test]
    public async Task NotWithTestDataWhereItIsNoTestDatabase()
    {
        var refused = await OnShop("seed", "--test-data");

        Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(refused.Error, Does.StartWith("TM3013: ").And.Contain("Leave --test-data out"));
    }

    [Test]
    [TestCase("seed")]
    [TestCase("up")]
    [TestCase("rehearse")]
    public async Task NotForOneModuleAsTheOthersWouldBeSeededToo(string verb)
    {
        var refused = await OnShop(verb, "--module", "Shop");

        Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(refused.Error, Does.StartWith($"TM6001: {verb} works on all modules, and --module would not keep it from the others."));
    }
}
