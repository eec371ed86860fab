using System.Net;
using System.Text.Json;

namespace Host.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FirstStart : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    [CancelAfter(120_000)]
    public async Task MakesTheDatabaseAndServesTheAccountsOfTheBootstrapData(CancellationToken timeout)
    {
        var (process, http) = await HostProcess.ServeAsync(_folder.Path, timeout);
        await using var _ = process;
        using var __ = http;

        using var response = await http.GetAsync("/accounts", timeout);
        using var accounts = JsonDocument.Parse(await response.Content.ReadAsStringAsync(timeout));

        Assert.That(File.Exists(_folder.Database));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(accounts.RootElement.EnumerateArray().Select(account => account.GetProperty("_id").GetString()), Is.Not.Empty.And.Ordered.And.Unique);
        Assert.That(accounts.RootElement.EnumerateArray().Select(account => account.GetProperty("email").GetString()), Is.All.Contains("@"));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task IsReadyAndLive(CancellationToken timeout)
    {
        var (process, http) = await HostProcess.ServeAsync(_folder.Path, timeout);
        await using var _ = process;
        using var __ = http;

        foreach (var path in new[] { "/health/ready", "/health/live" })
        {
            using var response = await http.GetAsync(path, timeout);
            Assert.That((response.StatusCode, await response.Content.ReadAsStringAsync(timeout)), Is.EqualTo((HttpStatusCode.OK, "Healthy")), path);
        }
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task ShowsThePlanAndTheReportAndStopsPolitely(CancellationToken timeout)
    {
        var (process, http) = await HostProcess.ServeAsync(_folder.Path, timeout);
        await using var _ = process;
        using var __ = http;

        var exitCode = await process.StopAsync(timeout);

        Assert.That(exitCode, Is.Zero);
        Assert.That(process.Errors, Is.Empty);
        Assert.That(process.Output, Does.StartWith("apply  20201006_FirstTables of module Accounts\n"));
        Assert.That(process.Output, Does.Match(@"(?m)^Migrated host\.db in [0-9.]+ s\.\n  migration +module +table +read +written +time\n"));
        Assert.That(process.Output, Does.Match(@"(?m)^  20210120_LoginAttempts +Accounts "));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task TakesTheConnectionStringFromTheConfiguration(CancellationToken timeout)
    {
        var database = _folder.File("other.db");
        var (process, http) = await HostProcess.ServeAsync(_folder.Path, timeout, $"--ConnectionStrings:Host=Filename={database}");
        await using var _ = process;
        using var __ = http;

        Assert.That(File.Exists(database));
        Assert.That(Directory.Exists(Path.GetDirectoryName(_folder.Database)), Is.False);
    }
}
