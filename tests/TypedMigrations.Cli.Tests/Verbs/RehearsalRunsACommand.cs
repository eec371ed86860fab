namespace TypedMigrations.Cli.Tests.Verbs;

public sealed class RehearsalRunsACommand : CliTest
{
    private static string Echo(string variable) => OperatingSystem.IsWindows() ? $"echo %{variable}%" : $"echo \"${variable}\"";

    [SetUp]
    public Task Migrate() => OnShop("up", "--steps", "1");

    [Test]
    public async Task WithTheConnectionStringOfTheMigratedCopyInItsEnvironment()
    {
        var passed = await OnShop("rehearse", "--run", Echo("ConnectionStrings__Shop"), "--variable", "ConnectionStrings__Shop");

        Assert.That(passed.ExitCode, Is.EqualTo(ExitCode.Done), passed.Error);
        Assert.That(passed.Output, Does.Match(@"^Filename=\S*shop\.db\S*\n").And.EndWith(": passed\n"));
        Assert.That(passed.Output, Does.Not.Contain($"Filename={Database}\n"));
        Assert.That((await OnShop("status", "--exit-code")).ExitCode, Is.EqualTo(ExitCode.Differs));
    }

    [Test]
    public async Task AndFailsWithIt()
    {
        var failed = await OnShop("rehearse", "--run", "exit 3");

        Assert.That(failed.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(failed.Output, Does.EndWith("exit 3: failed with exit code 3\n"));
    }

    [Test]
    public async Task WhoseOutputIsNoneOfTheJson()
    {
        var passed = await OnShop("rehearse", "--run", "echo hello", "--json");

        Assert.That((passed.Result.GetProperty("command").GetProperty("exitCode").GetInt32(), passed.Error), Is.EqualTo((0, "hello\n")));
    }
}
