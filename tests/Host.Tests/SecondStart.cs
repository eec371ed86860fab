namespace Host.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SecondStart : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    [CancelAfter(120_000)]
    public async Task SaysThatThereIsNothingToDoAndChangesNoByte(CancellationToken timeout)
    {
        await StartAndStop(timeout);
        var before = await File.ReadAllBytesAsync(_folder.Database, timeout);

        var output = await StartAndStop(timeout);

        Assert.That(output, Does.StartWith("host.db is up to date: nothing to do.\n"));
        Assert.That(await File.ReadAllBytesAsync(_folder.Database, timeout), Is.EqualTo(before));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task ServesTheSameAccounts(CancellationToken timeout)
    {
        var first = await Accounts(timeout);
        var second = await Accounts(timeout);

        Assert.That(second, Is.EqualTo(first));
    }

    private async Task<string> StartAndStop(CancellationToken timeout)
    {
        var (process, http) = await HostProcess.ServeAsync(_folder.Path, timeout);
        await using var _ = process;
        using var __ = http;
        Assert.That(await process.StopAsync(timeout), Is.Zero);
        return process.Output;
    }

    private async Task<string> Accounts(CancellationToken timeout)
    {
        var (process, http) = await HostProcess.ServeAsync(_folder.Path, timeout);
        await using var _ = process;
        using var __ = http;
        var accounts = await http.GetStringAsync("/accounts", timeout);
        Assert.That(await process.StopAsync(timeout), Is.Zero);
        return accounts;
    }
}
