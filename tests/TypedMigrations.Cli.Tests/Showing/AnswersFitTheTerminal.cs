using TypedMigrations.Cli.Showing;

namespace TypedMigrations.Cli.Tests.Showing;

public sealed class AnswersFitTheTerminal : CliTest
{
    private const string Green = "\e[32m";
    private const string Red = "\e[31m";

    [Test]
    public async Task InColorsOnlyWhereThereIsOneThatWantsThem()
    {
        Variables.Clear();
        Variables["TERM"] = "xterm";
        await OnShop("up", "--allow-destructive");
        var redirected = await OnShop("up");
        Columns = 80;
        var terminal = await OnShop("up");
        var refused = await OnShop("down", "--to", "Nothing", "--yes");
        Variables["NO_COLOR"] = "1";
        var without = await OnShop("up");
        Variables["NO_COLOR"] = "";
        Variables["TERM"] = "dumb";
        var dumb = await OnShop("up");

        Assert.That(terminal.Output, Is.EqualTo($"{Green}shop.db is up to date: nothing to do.\e[0m\n"));
        Assert.That(refused.Error, Does.StartWith($"{Red}TM1015\e[0m: "));
        Assert.That(new[] { redirected, without, dumb }.Select(outcome => outcome.Output), Has.All.EqualTo("shop.db is up to date: nothing to do.\n"));
    }

    [Test]
    public async Task WithErrorsBrokenAtBlanks()
    {
        await OnShop("up", "--steps", "1");
        Columns = 80;
        var refused = await OnShop("up");
        Columns = null;
        var redirected = await OnShop("up");

        Assert.That(refused.Error.Split('\n').Select(line => line.Length), Has.All.LessThanOrEqualTo(80));
        Assert.That(refused.Error, Does.Contain("The backup of the database as\n  it is now keeps the data."));
        Assert.That(redirected.Error, Does.Contain("The backup of the database as it is now keeps the data."));
    }

    [Test]
    public async Task WithoutBreakingANameOrAPath()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, new string('f', 90))).FullName;
        var file = Path.Combine(folder, "shop.db");

        var config = await Call("config", "--database", file);
        var accounts = await Call("rehearse", "--assembly", Path.Combine(Root, "modules", "Accounts", "bin", Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(Shop)))!, "net10.0", "Accounts.dll"), "--database", Database);

        Assert.That(config.Output, Does.Contain($"database       Filename={file}\n               (--database)\n"));
        Assert.That(accounts.ExitCode, Is.EqualTo(ExitCode.Done), accounts.Error);
        Assert.That(accounts.Output, Does.Match(@"(?m)^20201107_AvatarsAndLogosBecomeResources  Accounts +\d+\.\d\d s$").And.Match(@"(?m)^  permissions +4 +4$"));
        Assert.That(accounts.Output.Split('\n').Select(line => line.Length), Has.All.LessThanOrEqualTo(80));
    }

    [Test]
    public void AndAProgressLineKeepsHowFarItIs()
    {
        using var error = new StringWriter();
        var surroundings = new Surroundings(Folder, Variables, TextWriter.Null, error, TextReader.Null) { ErrorIsTerminal = true, TerminalWidth = () => 80 };

        new Screen(surroundings, Loudness.Normal).Redraw(new string('x', 70), "  90,000 of 100,000, 16,000/s, 0:01 left");

        Assert.That(error.ToString(), Does.EndWith("x…  90,000 of 100,000, 16,000/s, 0:01 left").And.Length.EqualTo("\r\e[K".Length + 79));
    }

    [Test]
    public void AndARateIsToldOnlyAfterTwoMeasurements()
    {
        using var error = new StringWriter();
        var surroundings = new Surroundings(Folder, Variables, TextWriter.Null, error, TextReader.Null) { ErrorIsTerminal = true, TerminalWidth = () => 80 };
        var progress = new Operating.Progress(new Screen(surroundings, Loudness.Normal));

        progress.Observe(new MigrationEvent.Progress(MigrationId.TryParse("20261001_FirstTables", "Shop")!, "customers", 10_000, 100_000));

        Assert.That(error.ToString(), Does.EndWith("  customers  10,000 of 100,000"));
    }
}
