namespace Host.Tests;

/// <summary>The host logs everything that it can, and its database's password can be found nowhere else by chance.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PasswordIsRare : IDisposable
{
    private const string Password = "Zq7rare4711Zq7", Wrong = "Xk9wrong0815Xk9";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    [CancelAfter(120_000)]
    public async Task AndIsNotLogged(CancellationToken timeout)
    {
        var first = await Serve(timeout);
        var second = await Serve(timeout);
        var refused = await Refused($"Filename={_folder.File("rare.db")};Password={Wrong}", timeout);
        var without = await Refused($"Filename={_folder.File("rare.db")}", timeout);
        var malformed = await Refused($"Filename={_folder.File("rare.db")};Connection=sideways;Password={Password}", timeout);

        Assert.That(first, Does.Contain("rare.db").And.Contain("dbug: "));
        Assert.That(refused, Does.StartWith("TM3004: "));
        Assert.That(without, Does.StartWith("TM3004: "));
        Assert.That(malformed, Does.StartWith("TM3010: "));
        foreach (var said in new[] { first, second, refused, without, malformed })
            Assert.That(said, Does.Not.Contain(Password).And.Not.Contain(Wrong));
    }

    private async Task<string> Serve(CancellationToken timeout)
    {
        var (host, http) = await HostProcess.ServeAsync(_folder.Path, timeout, Arguments($"Filename={_folder.File("rare.db")};Password={Password}"));
        await using (host)
        {
            http.Dispose();
            await host.StopAsync(timeout);
            return host.Output + host.Errors;
        }
    }

    private async Task<string> Refused(string connection, CancellationToken timeout)
    {
        await using var host = HostProcess.Start(_folder.Path, Arguments(connection));
        Assert.That(await host.ExitAsync(timeout), Is.Not.Zero);
        return host.Output + host.Errors;
    }

    private static IEnumerable<string> Arguments(string connection) => [$"--ConnectionStrings:Host={connection}", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace"];
}
