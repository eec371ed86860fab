namespace Host.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StartIsRefused : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    [CancelAfter(120_000)]
    public async Task AFileThatIsNoDatabaseIsNamedAndNotTouched(CancellationToken timeout)
    {
        var path = _folder.File("notes.txt");
        await File.WriteAllTextAsync(path, "Buy milk.", timeout);

        var errors = await Refused(timeout, $"--ConnectionStrings:Host=Filename={path}");

        Assert.That(errors, Does.StartWith("TM3003: ").And.Contain("notes.txt"));
        Assert.That(errors.Split("TM3003"), Has.Length.EqualTo(2), "It is told once.");
        Assert.That(errors, Does.Not.Contain("   at "));
        Assert.That(await File.ReadAllTextAsync(path, timeout), Is.EqualTo("Buy milk."));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task AnOptionThatDoesNotExistIsNamed(CancellationToken timeout)
    {
        var errors = await Refused(timeout, "--Migrations:AdoptTo=20201006");

        Assert.That(errors, Does.StartWith("TM5002: Migrations:AdoptTo is no option.\n"));
        Assert.That(File.Exists(_folder.Database), Is.False);
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task ADatabaseThatAnotherProcessHasIsRefusedWhenTheTimeIsOver(CancellationToken timeout)
    {
        var (holder, http) = await HostProcess.ServeAsync(_folder.Path, timeout);
        await using var _ = holder;
        using var __ = http;

        var errors = await Refused(timeout, "--Migrations:LockTimeout=00:00:00");

        Assert.That(errors, Does.StartWith("TM3001: "));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task AStopWhileItWaitsForTheLockIsAnInterruption(CancellationToken timeout)
    {
        var (holder, http) = await HostProcess.ServeAsync(_folder.Path, timeout);
        await using var _ = holder;
        using var __ = http;
        await using var waiting = HostProcess.Start(_folder.Path);

        await waiting.WaitForErrorAsync("Waiting for host.db", timeout);
        var exitCode = await waiting.StopAsync(timeout);

        Assert.That(exitCode, Is.EqualTo(130));
        Assert.That(waiting.Errors, Does.EndWith("Interrupted while migrating. The database is as it was.\n"));
    }

    private async Task<string> Refused(CancellationToken timeout, params string[] arguments)
    {
        await using var process = HostProcess.Start(_folder.Path, arguments);
        Assert.That(await process.ExitAsync(timeout), Is.EqualTo(1));
        Assert.That(process.Output, Is.Empty);
        return process.Errors;
    }
}
