using TypedMigrations.LiteDb;
using TypedMigrations.Storing;

namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class DatabaseIsMade : CliTest
{
    [Test]
    [Behavior(33)]
    public async Task AndTakesTestDataWhereItIsMadeForTests()
    {
        var made = await OnShop("create", "--test", "--json");
        var again = await OnShop("create");
        var migrated = await OnShop("up", "--steps", "1", "--test-data");

        Assert.That((made.ExitCode, again.ExitCode, migrated.ExitCode), Is.EqualTo((ExitCode.Done, ExitCode.Failed, ExitCode.Done)), migrated.Error);
        Assert.That(made.Result.GetProperty("isTestDatabase").GetBoolean(), Is.True);
        Assert.That(again.Error, Does.StartWith("TM3301: shop.db exists already."));
    }

    [Test]
    [Behavior(70)]
    public async Task WhileOthersWaitForIt()
    {
        var early = await OnShop("wait", "--timeout", "0");
        await OnShop("up", "--steps", "1");
        var there = await OnShop("wait", "--timeout", "0");
        var behind = await OnShop("wait", "--timeout", "0", "--up-to-date");
        await OnShop("up", "--allow-destructive");
        var ready = await OnShop("wait", "--up-to-date", "--json");

        Assert.That((early.ExitCode, there.ExitCode, behind.ExitCode, ready.ExitCode), Is.EqualTo((ExitCode.Failed, ExitCode.Done, ExitCode.Differs, ExitCode.Done)), ready.Error);
        Assert.That(early.Error, Does.StartWith("TM3302: shop.db does not exist."));
        Assert.That(ready.Result.GetProperty("isUpToDate").GetBoolean(), Is.True);
    }

    [Test]
    public async Task AndDroppedWhereSomebodySaysYes()
    {
        await OnShop("up", "--steps", "1");
        await OnShop("backup");
        var nobody = await OnShop("drop");
        Typed = "n";
        var no = await OnShop("drop");
        Typed = "y";
        var yes = await OnShop("drop");
        var backupsStay = Directory.Exists(Database + ".backups");
        var rest = await OnShop("drop", "--with-backups", "--yes");

        Assert.That((nobody.ExitCode, no.ExitCode, yes.ExitCode), Is.EqualTo((ExitCode.Usage, ExitCode.Failed, ExitCode.Done)), yes.Error);
        Assert.That(no.Error, Does.Contain("table  customers: 2 documents").And.Contain("its backups stay"));
        Assert.That((File.Exists(Database), backupsStay), Is.EqualTo((false, true)));
        Assert.That(rest.ExitCode, Is.EqualTo(ExitCode.Done), rest.Error);
        Assert.That(Directory.Exists(Database + ".backups"), Is.False);
    }

    [Test]
    [Behavior(61)]
    public async Task AndNoVerbTakesItFromAnother()
    {
        await OnShop("up", "--steps", "1");
        using var application = new LiteDbStore($"Filename={Database}");
        using (application.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None))
        {
            foreach (var verb in (string[][])[["drop", "--yes"], ["restore", "--yes"], ["down", "--yes", "--allow-destructive"], ["load", "dump.jsonl"], ["baseline", "--yes"]])
            {
                await File.WriteAllTextAsync(Path.Combine(Folder, "dump.jsonl"), "{}");
                var refused = await OnShop([.. verb, "--lock-timeout", "0"]);

                Assert.That((refused.ExitCode, refused.Error[..Math.Min(30, refused.Error.Length)]), Is.EqualTo((ExitCode.Locked, "TM3001: shop.db is locked by p")), verb[0]);
            }
        }

        Assert.That((await OnShop("status")).ExitCode, Is.EqualTo(ExitCode.Done));
    }

    [Test]
    [TestCase("drop")]
    [TestCase("restore")]
    [TestCase("down")]
    [TestCase("baseline")]
    public async Task AndAVerbThatLooksBeforeItWritesWaitsForItAsWritingDoes(string verb)
    {
        await OnShop("up", "--steps", "1");
        using var application = new LiteDbStore($"Filename={Database}");
        using var held = application.Open(new SessionOptions(TimeSpan.Zero, (_, _) => { }), CancellationToken.None);

        var refused = await OnShop(verb, "--yes", "--lock-timeout", "0.05");

        Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.Locked));
        Assert.That(refused.Error, Does.StartWith("Waiting for shop.db, which process "));
    }
}
