using LiteDB;

namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class PlanIsShown : CliTest
{
    [Test]
    [Behavior(71)]
    public async Task WithHowManyDocumentsItReads()
    {
        await OnShop("up", "--steps", "1");
        Change(database => database.GetCollection("customers").Insert(Enumerable.Range(0, 1200).Select(i => new BsonDocument { ["_id"] = $"c{i}", ["name"] = "C" })));
        var before = await File.ReadAllBytesAsync(Database);

        var shown = await OnShop("plan", "--to", "FullNames");
        var json = await OnShop("plan", "--json");

        Assert.That(shown.Output, Is.EqualTo(
            """
            apply  20261015_FullNames of module Shop
                   rename field customers.name to full_name
                   convert field customers.email by email => email!.Count(letter => letter == '@') < 2 ? emai...
                   fill field customers.newsletter with false
                   create index idx_customers_email on email of customers  (from the constants)
                   reads 1,202 documents of customers
            later  20261101_NoFax of module Shop
            later  20261110_Orders of module Shop

            """.ReplaceLineEndings("\n")));
        Assert.That(json.Result.GetProperty("losesData").GetBoolean(), Is.True);
        Assert.That(await File.ReadAllBytesAsync(Database), Is.EqualTo(before));
    }

    [Test]
    [Behavior(36)]
    [Behavior(37)]
    public async Task AndOneThatIsOutOfOrderIsLetThroughOnRequestOnly()
    {
        await OnShop("up", "--allow-destructive");
        Change(database => database.GetCollection("_migrations").Delete("Shop/20261101_NoFax"));

        var strict = await OnShop("plan");
        var allowed = await OnShop("plan", "--allow-out-of-order");

        Assert.That(strict.ExitCode, Is.EqualTo(ExitCode.Rejected));
        Assert.That(strict.Output, Does.StartWith("TM1007: ").And.Contain("Or apply it all the same: --allow-out-of-order."));
        Assert.That(allowed.Output, Does.Not.Contain("TM1007"));
    }
}
