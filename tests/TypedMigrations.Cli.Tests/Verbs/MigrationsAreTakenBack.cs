namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class MigrationsAreTakenBack : CliTest
{
    [SetUp]
    public Task Migrate() => OnShop("up", "--to", "FullNames");

    [Test]
    [Behavior(25)]
    public async Task WhereTheirDownLosesDataAndThatIsAllowed()
    {
        var refused = await OnShop("down", "--yes");
        var allowed = await OnShop("down", "--yes", "--allow-destructive", "--json");

        Assert.That((refused.ExitCode, allowed.ExitCode), Is.EqualTo((ExitCode.Rejected, ExitCode.Done)), allowed.Error);
        Assert.That(refused.Error, Does.StartWith("TM1202: "));
        Assert.That(allowed.Result.GetProperty("reverted")[0].GetProperty("id").GetString(), Is.EqualTo("20261015_FullNames"));
    }

    [Test]
    public async Task OnlyWhereSomebodySaysYes()
    {
        var nobody = await OnShop("down", "--allow-destructive");
        Typed = "";
        var no = await OnShop("down");
        Typed = "yes";
        var yes = await OnShop("down");

        Assert.That((nobody.ExitCode, no.ExitCode, yes.ExitCode), Is.EqualTo((ExitCode.Usage, ExitCode.Failed, ExitCode.Done)), yes.Error);
        Assert.That(no.Error, Does.Contain("revert 20261015_FullNames of module Shop").And.Contain("drop field customers.newsletter  (loses data)"));
    }

    [Test]
    [Behavior(24)]
    [Behavior(26)]
    public async Task NotWhereThereIsNothingOrNoDown()
    {
        var noDown = await OnShop("down", "--to", "0", "--yes", "--allow-destructive");
        var tooMany = await OnShop("down", "--steps", "3", "--yes", "--allow-destructive");
        File.Delete(Database);
        var empty = await OnShop("down", "--yes");

        Assert.That((noDown.ExitCode, tooMany.ExitCode, empty.ExitCode), Is.EqualTo((ExitCode.Rejected, ExitCode.Rejected, ExitCode.Rejected)));
        Assert.That((noDown.Error[..6], tooMany.Error[..6], empty.Error[..6]), Is.EqualTo(("TM1201", "TM1203", "TM1203")));
    }

    [Test]
    public async Task ByABackupInPlaceOfTheirDown()
    {
        await OnShop("up", "--allow-destructive");

        var both = await OnShop("down", "--restore", "--steps", "1");
        var restored = await OnShop("down", "--restore", "--yes", "--json");
        var text = await OnShop("down", "--yes", "--restore");

        Assert.That((both.ExitCode, restored.ExitCode, text.ExitCode), Is.EqualTo((ExitCode.Usage, ExitCode.Done, ExitCode.Done)), restored.Error);
        Assert.That(restored.Result.GetProperty("restored").GetProperty("lost").GetArrayLength(), Is.EqualTo(2));
        Assert.That(text.Output, Does.StartWith("\nRestored shop.db from ").Or.StartWith("Restored shop.db from "));
    }

    [Test]
    public async Task ByABackup()
    {
        await OnShop("up", "--allow-destructive");
        var backups = await OnShop("backups", "--json");

        var asked = await OnShop("restore");
        var restored = await OnShop("restore", "--yes", "--json");

        Assert.That(backups.Result.GetProperty("backups").GetArrayLength(), Is.EqualTo(1));
        Assert.That((asked.ExitCode, restored.ExitCode), Is.EqualTo((ExitCode.Usage, ExitCode.Done)), restored.Error);
        Assert.That(asked.Error, Does.Contain("lost      20261101_NoFax of module Shop"));
        Assert.That(restored.Result.GetProperty("plan").GetProperty("lost").GetArrayLength(), Is.EqualTo(2));
        Assert.That((await OnShop("status", "--exit-code")).ExitCode, Is.EqualTo(ExitCode.Differs));
    }
}
